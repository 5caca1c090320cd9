package org.mashhub.standalone.bench;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of the adapters, with everything that one needs to measure it again.
 *
 * @param machine what it ran on
 * @param date the day
 * @param commit commit of the repository, with a plus when files were changed since
 * @param command what was typed
 * @param load load average of the machine before
 * @param clients senders at once
 * @param seconds how long each was measured
 * @param rates one for each agency
 * @param batch one long batch; null when none was asked for
 */
public record AdapterFigures(Figures.Machine machine, String date, String commit, String command, double load,
		int clients, int seconds, List<Rate> rates, @Nullable Batch batch) {

	public AdapterFigures {
		rates = List.copyOf(rates);
	}

	/**
	 * An adapter beside an endpoint that only parses JSON and produces to Kafka.
	 *
	 * @param agency the agency
	 * @param path the endpoint
	 * @param bytes length of the record
	 * @param perSecond records that the adapter takes in a second
	 * @param barePerSecond records that the bare endpoint takes in a second
	 */
	public record Rate(String agency, String path, int bytes, double perSecond, double barePerSecond) {

		/** The adapter's rate as a part of the bare endpoint's. */
		public double ratio() {
			return this.perSecond / this.barePerSecond;
		}

	}

	/**
	 * A batch in one request, and the memory meanwhile of the process that takes it: the
	 * adapters, the identity provider, the broker and the sender.
	 *
	 * @param path the endpoint
	 * @param bytes bytes sent
	 * @param records records sent
	 * @param accepted records acknowledged by the broker
	 * @param perSecond records in a second
	 * @param heapBefore live heap in MB before
	 * @param heapEarly live heap in MB after the first tenth
	 * @param heapMost most live heap in MB found meanwhile
	 * @param heapLate live heap in MB at the last look
	 * @param residentBefore memory of the process in MB before
	 * @param residentMost most memory of the process in MB found meanwhile
	 */
	public record Batch(String path, long bytes, long records, long accepted, double perSecond, long heapBefore,
			long heapEarly, long heapMost, long heapLate, long residentBefore, long residentMost) {
	}

}
