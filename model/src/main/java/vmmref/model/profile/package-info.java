/// The parameters in which implementations may differ.
package vmmref.model.profile;
