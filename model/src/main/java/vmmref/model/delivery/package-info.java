/// What the machine does with an interruption: it collects what happened, and goes on at a vector.
package vmmref.model.delivery;
