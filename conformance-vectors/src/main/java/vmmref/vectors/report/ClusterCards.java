/// The cards of a run that is over: the simplest vector of each cluster.
package vmmref.vectors.report;

import io.vavr.collection.Seq;

/// At most so many are shown, those of the largest clusters.
public record ClusterCards(Seq<Cluster> clusters, Card card, int most) {

    /// {@return the cards, and how many failures have none}
    public String text() {
        Seq<Cluster> shown = clusters.take(most);
        int alike  = shown.map(Cluster::cases).sum().intValue() - shown.size();
        int hidden = clusters.size() - shown.size();
        return shown.map(cluster -> card.text(cluster.examples().head(), cluster.place()) + "\n").mkString()
            + (alike == 0 ? "" : "… and %,d more like %s (--out DIR keeps them all)%n%n".formatted(alike, shown.size() == 1 ? "this one" : "these"))
            + (hidden == 0 ? "" : "… and %,d more %s (--max-cards shows more)%n%n".formatted(hidden, hidden == 1 ? "cluster" : "clusters"));
    }
}
