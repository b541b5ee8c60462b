/// The second statement of intent: what holds of every implementation, in other words than the rules. Tests and campaigns run the same methods.
package vmmref.properties.guarantee;
