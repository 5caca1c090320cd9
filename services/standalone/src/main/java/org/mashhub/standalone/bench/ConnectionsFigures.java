package org.mashhub.standalone.bench;

import java.util.SortedMap;

/**
 * How rightly adults are connected to children, in a population whose truth is known.
 *
 * @param machine what it ran on
 * @param date the day
 * @param commit commit of the repository, with a plus when files were changed since
 * @param command what was typed
 * @param load load average of the machine before
 * @param records records of the agencies
 * @param mentions people mentioned in those that stand
 * @param children children at the end of whom something is recorded
 * @param perfect connections that the same records give when everybody is known
 * @param hub connections that the hub shows
 * @param agreed connections that both have
 * @param byReason the real ones, by what they are to the child
 * @param byOrigin what perfect linking connects, by the origin of the child's name, and
 * how much of it the hub shows
 * @param alerts alerts that the hub raised, by rule
 * @param questions links to check that are open at the end
 */
public record ConnectionsFigures(Figures.Machine machine, String date, String commit, String command, double load,
		int records, int mentions, int children, Found perfect, Found hub, int agreed, SortedMap<String, Real> byReason,
		SortedMap<String, Share> byOrigin, SortedMap<String, Integer> alerts, int questions) {

	/**
	 * Share of the hub's connections that perfect linking has too.
	 * @return 0 to 1
	 */
	public double precision() {
		return (double) this.agreed / this.hub.connections();
	}

	/**
	 * Share of the connections of perfect linking that the hub has too.
	 * @return 0 to 1
	 */
	public double recall() {
		return (double) this.agreed / this.perfect.connections();
	}

	/**
	 * What one way of linking shows.
	 *
	 * @param connections pairs of a child and an adult
	 * @param real how many of them are real
	 */
	public record Found(int connections, int real) {
	}

	/**
	 * Adults who are really around children.
	 *
	 * @param all how many
	 * @param perfect connected by perfect linking
	 * @param hub connected by the hub
	 */
	public record Real(int all, int perfect, int hub) {

		Real plus(boolean byPerfect, boolean byHub) {
			return new Real(this.all + 1, this.perfect + (byPerfect ? 1 : 0), this.hub + (byHub ? 1 : 0));
		}

	}

	/**
	 * A share.
	 *
	 * @param found how many were found
	 * @param of of how many
	 */
	public record Share(int found, int of) {

		Share plus(int more, int ofMore) {
			return new Share(this.found + more, this.of + ofMore);
		}

	}

}
