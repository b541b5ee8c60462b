/// Bundles of three slots, and the templates that give the slots their units and stops.
package vmmref.model.bundle;
