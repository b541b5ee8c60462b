/// Programs on the machine: loading, running, watching.
package vmmref.vectors.running;
