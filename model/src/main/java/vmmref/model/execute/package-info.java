/// What instructions mean: what comes of each on a machine.
package vmmref.model.execute;
