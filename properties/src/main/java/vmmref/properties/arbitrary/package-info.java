/// Generators of what a machine is made of. Each mixes the boundaries of its values with uniform ones.
package vmmref.properties.arbitrary;
