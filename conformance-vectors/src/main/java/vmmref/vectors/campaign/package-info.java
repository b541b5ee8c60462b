/// Campaigns about implementations that are asked: questions of laws as cases, and findings as vectors.
package vmmref.vectors.campaign;
