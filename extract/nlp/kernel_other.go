//go:build !amd64 && !arm64

package nlp

// bestKernel returns the fastest kernel that the processor can run.
func bestKernel() *kernel { return portableKernel() }

// kernels returns all kernels that the processor can run.
func kernels() []*kernel { return []*kernel{portableKernel()} }
