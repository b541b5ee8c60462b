/// A machine as vectors name its parts: start states, what changed, and what comes of steps.
package vmmref.vectors.machine;
