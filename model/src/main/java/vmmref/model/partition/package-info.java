/// Partition hardware: the state machine that knows which processors run only trusted software, and the controllers whose registers it closes to all others.
package vmmref.model.partition;
