package event

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"entente/extract/forest"
	"entente/extract/linear"
)

// Models are the trained parts of the finder.
type Models struct {
	pair     *linear.Model  // is this predicate an event between these parties: first stage
	pairTop  *forest.Forest // second stage, over the first and its rivals
	stake    *linear.Model  // does the predicate tell what this party does, or what is done to it
	mode     *linear.Model  // status, one class for each of schema.Modes
	coding   *linear.Model  // which code, one class for each of schema.Codes
	time     *linear.Model  // is this the time of the event
	place    *linear.Model  // is this its place
	implicit *linear.Model  // is this party, named elsewhere, meant: first stage
	implTop  *forest.Forest // second stage
	judge    *forest.Forest // is the statement right, parties and code together
	// calibration turns a raw score into a probability: the knots of a
	// rising line, raw score and probability in turn.
	calibration []float32
	// threshold is the probability from which an event is stated.
	threshold float32
}

const modelsMagic = "EEM3"

// Marshal writes all models: the magic, then each part with its length.
func (m *Models) Marshal() []byte {
	b := []byte(modelsMagic)
	part := func(p []byte) {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(p)))
		b = append(b, p...)
	}
	part(m.pair.Marshal())
	part(m.pairTop.Marshal())
	part(m.stake.Marshal())
	part(m.mode.Marshal())
	part(m.coding.Marshal())
	part(m.time.Marshal())
	part(m.place.Marshal())
	part(m.implicit.Marshal())
	part(m.implTop.Marshal())
	part(m.judge.Marshal())
	var floats []byte
	for _, x := range append([]float32{m.threshold}, m.calibration...) {
		floats = binary.LittleEndian.AppendUint32(floats, math.Float32bits(x))
	}
	part(floats)
	return b
}

// ReadModels reads what Marshal wrote.
func ReadModels(b []byte) (*Models, error) {
	if len(b) < 4 || string(b[:4]) != modelsMagic {
		return nil, errors.New("not a file of event models (want magic EEM3)")
	}
	b = b[4:]
	m := &Models{}
	part := func() []byte {
		if len(b) < 4 || len(b)-4 < int(binary.LittleEndian.Uint32(b)) {
			return nil
		}
		n := int(binary.LittleEndian.Uint32(b))
		p := b[4 : 4+n]
		b = b[4+n:]
		return p
	}
	var err error
	lin := func(name string) *linear.Model {
		x, e := linear.Unmarshal(part())
		if e != nil && err == nil {
			err = fmt.Errorf("reading the %s model: %w", name, e)
		}
		return x
	}
	trees := func(name string) *forest.Forest {
		x, e := forest.Unmarshal(part())
		if e != nil && err == nil {
			err = fmt.Errorf("reading the %s model: %w", name, e)
		}
		return x
	}
	m.pair, m.pairTop = lin("pair"), trees("pair")
	m.stake = lin("stake")
	m.mode, m.coding, m.time, m.place = lin("mode"), lin("coding"), lin("time"), lin("place")
	m.implicit, m.implTop = lin("implicit party"), trees("implicit party")
	m.judge = trees("judge")
	if err != nil {
		return nil, err
	}
	f := part()
	if len(f) < 4 || len(b) != 0 {
		return nil, errors.New("reading event models: the file is cut or has stray bytes")
	}
	m.threshold = math.Float32frombits(binary.LittleEndian.Uint32(f))
	for f = f[4:]; len(f) >= 4; f = f[4:] {
		m.calibration = append(m.calibration, math.Float32frombits(binary.LittleEndian.Uint32(f)))
	}
	return m, nil
}

// Calibrated turns a raw score into the probability that the statement is
// right, along the calibration line.
func (m *Models) Calibrated(raw float64) float64 {
	k := m.calibration
	if len(k) < 4 {
		return raw
	}
	if raw <= float64(k[0]) {
		return float64(k[1])
	}
	for i := 2; i+1 < len(k); i += 2 {
		if x0, x1 := float64(k[i-2]), float64(k[i]); raw <= x1 {
			if x1 == x0 {
				return float64(k[i+1])
			}
			t := (raw - x0) / (x1 - x0)
			return float64(k[i-1])*(1-t) + float64(k[i+1])*t
		}
	}
	return float64(k[len(k)-1])
}

// least is the least probability at which an event is stated, whatever the
// threshold: what is clearly likelier wrong than right is not. From here on
// more than seven in ten statements of unseen articles are right, and more
// than half of the events are found.
const least = 0.43

// Threshold is the probability from which an event is stated.
func (m *Models) Threshold() float64 { return max(float64(m.threshold), least) }
