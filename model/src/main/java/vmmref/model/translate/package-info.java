/// Translation: references, the instructions that change translations, and the order in which both are checked.
package vmmref.model.translate;
