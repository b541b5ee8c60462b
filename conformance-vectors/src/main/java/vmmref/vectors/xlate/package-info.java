/// The kind xlate: translation, protection, and the instructions that change them.
package vmmref.vectors.xlate;
