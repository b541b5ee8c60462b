/// The kind `partition`: traces of events in a complex.
package vmmref.vectors.partition;
