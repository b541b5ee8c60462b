/// Dependencies between the instructions of a group.
package vmmref.model.dependency;
