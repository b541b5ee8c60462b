/// Running vectors: implementations and how they are asked, how answers are judged, and what came of a run.
package vmmref.vectors.run;
