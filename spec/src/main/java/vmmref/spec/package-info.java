/// The sentences of the specification: clauses, the chapters they stand in, the tables they speak of, and the ties that bind a clause to rules and properties.
package vmmref.spec;
