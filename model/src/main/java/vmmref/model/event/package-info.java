/// What happens to a machine from outside, between its turns.
package vmmref.model.event;
