/// Generators of machine states and of what they are made of. Each mixes the boundaries of its values with uniform ones.
package vmmref.properties.arbitrary;
