/// The kind `build`: instructions, branches, bundles and patches that a monitor makes, and how it inserts them.
package vmmref.vectors.build;
