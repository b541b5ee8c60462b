/// What people and programs see of a run: progress, failure cards, clauses, results and the closing sentence.
package vmmref.vectors.report;
