/// Steps of a machine.
package vmmref.model.step;
