/// Guests that are operating systems: a kernel with handlers of interruptions, and processes that it lets take turns.
package vmmref.properties.arbitrary.kernel;
