/// What is the matter with an adapter: each rule of the protocol tried on its own.
package vmmref.vectors.doctor;
