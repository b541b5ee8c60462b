package vmmref.vectors.baremetal;

import io.vavr.Function1;
import vmmref.vectors.format.Answer;

/// A case that an image can execute, and what comes of it there on the machine of the model.
///
/// @param preparation how it is started
/// @param arrived     where it ends
/// @param unseen      how many expected places the harness does not see
/// @param answer      the answer to the case, of where it ends
record Expressed(Preparation preparation, Arrived arrived, int unseen, Function1<Arrived, Answer> answer) { }
