/// Several processors with one memory.
package vmmref.model.multiprocessor;
