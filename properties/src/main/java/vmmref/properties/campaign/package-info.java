/// Campaigns: the guarantees, on generated cases, for as long as somebody wants.
package vmmref.properties.campaign;
