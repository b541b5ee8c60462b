/// How a pack comes into being and stays right: the ledger of ids, filling, regenerating, verifying.
package vmmref.vectors.fill;
