/// Deliberately wrong machines and monitors, each named after its defect. The vectors and the guarantees must catch every one.
package vmmref.vmm.zoo;
