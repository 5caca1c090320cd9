package org.mashhub.standalone.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.audit.EpochOutputs.Said;

/**
 * Compares what an epoch that works in the shadow of another one gives out with what
 * stands: alerts, pictures, questions, notices, people, and how far each of the two has
 * come.
 */
public final class EpochComparison {

	private final String bootstrapServers;

	private final Map<String, Object> login;

	private final AvroDeserializer values = new AvroDeserializer();

	/**
	 * Creates a comparison in the hub on this machine.
	 * @param ports its ports
	 * @param login settings of a principal that may read all topics; empty where the
	 * broker asks for none
	 */
	public EpochComparison(Ports ports, Map<String, Object> login) {
		this.bootstrapServers = "127.0.0.1:" + ports.broker();
		this.login = Map.copyOf(login);
		this.values.configure(
				Map.of("schema.registry.url", "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7"), false);
	}

	/**
	 * Compares.
	 * @param epoch the shadow's name with its check sum, as its log and readiness say it
	 * @return how the two differ
	 */
	public Report with(String epoch) {
		EpochOutputs stands = read("");
		EpochOutputs shadow = read("mash-correlation-" + epoch + "-shadow-");
		if (shadow.applied().isEmpty()) {
			throw new CannotProceedException("no epoch " + epoch + " has applied anything in the shadow",
					"Its name is in its log, with the check sum: Started streams, epoch.");
		}
		return new Report(behind(stands, shadow), behind(shadow, stands),
				compare(stands.alerts(), shadow.alerts(), "not open"),
				compare(stands.pictures(), shadow.pictures(), "not shown"),
				compare(stands.questions(), shadow.questions(), "not open"),
				compare(stands.notices(), shadow.notices(), "not told"), stands.people().size(), shadow.people().size(),
				groupedOtherwise(stands, shadow));
	}

	/** By how many entries one has come further than the other. */
	private static long behind(EpochOutputs further, EpochOutputs other) {
		return further.applied()
			.entrySet()
			.stream()
			.mapToLong((part) -> Math.max(0, part.getValue() - other.applied().getOrDefault(part.getKey(), -1L)))
			.sum();
	}

	private static Compared compare(Map<UUID, Said> stands, Map<UUID, Said> shadow, String otherwise) {
		Set<UUID> all = new TreeSet<>(stands.keySet());
		all.addAll(shadow.keySet());
		int same = 0;
		List<Difference> differences = new ArrayList<>();
		for (UUID id : all) {
			Said now = stands.get(id);
			Said then = shadow.get(id);
			String one = (now != null) ? now.words() : otherwise;
			String other = (then != null) ? then.words() : otherwise;
			if (one.equals(other)) {
				same++;
			}
			else {
				differences
					.add(new Difference(id, Objects.requireNonNull((now != null) ? now : then).what(), one, other));
			}
		}
		return new Compared(same, differences);
	}

	/** Mentions that are not with the same others. */
	private static int groupedOtherwise(EpochOutputs stands, EpochOutputs shadow) {
		Map<UUID, Set<UUID>> one = stands.groups();
		Map<UUID, Set<UUID>> other = shadow.groups();
		Set<UUID> mentions = new HashSet<>(stands.people().keySet());
		mentions.addAll(shadow.people().keySet());
		return (int) mentions.stream()
			.filter((mention) -> !Objects.equals(one.get(stands.people().get(mention)),
					other.get(shadow.people().get(mention))))
			.count();
	}

	private EpochOutputs read(String prefix) {
		EpochOutputs outputs = new EpochOutputs();
		try (TopicReading topics = new TopicReading(this.bootstrapServers, this.login,
				EpochOutputs.TOPICS.stream().map((topic) -> prefix + topic).toList())) {
			topics.readTo(topics.ends(), (record) -> {
				SpecificRecord value = (record.value() != null)
						? this.values.deserialize(record.topic(), record.headers(), record.value()) : null;
				if (value != null) {
					outputs.take(value);
				}
			});
		}
		return outputs;
	}

	/**
	 * Something that is not the same in both.
	 *
	 * @param id of the alert, the question or the notice; of a child, the mention that
	 * made it known
	 * @param what the rule, the status or the kind
	 * @param stands how it stands
	 * @param shadow how it is in the shadow
	 */
	public record Difference(UUID id, String what, String stands, String shadow) {
	}

	/**
	 * One kind of what is given out.
	 *
	 * @param same how many are the same in both
	 * @param differences those that are not
	 */
	public record Compared(int same, List<Difference> differences) {

		public Compared {
			differences = List.copyOf(differences);
		}

	}

	/**
	 * How an epoch differs from what stands.
	 *
	 * @param behind entries of the area log that it has not applied yet
	 * @param ahead entries that it has applied and that what stands has not: what comes
	 * of them would be given out to nobody
	 * @param alerts open alerts
	 * @param pictures children who are shown, and who is around them
	 * @param questions questions to officers about who is who
	 * @param notices statuses that practices are told
	 * @param mentions mentions of people that stand
	 * @param mentionsInShadow mentions that it knows
	 * @param groupedOtherwise mentions that are not one person with the same others
	 */
	public record Report(long behind, long ahead, Compared alerts, Compared pictures, Compared questions,
			Compared notices, int mentions, int mentionsInShadow, int groupedOtherwise) {

		/**
		 * Whether the one may take the other's place and nobody sees it.
		 * @return true when nothing differs
		 */
		public boolean isSame() {
			return this.behind == 0 && this.ahead == 0 && this.groupedOtherwise == 0
					&& Stream.of(this.alerts, this.pictures, this.questions, this.notices)
						.allMatch((compared) -> compared.differences().isEmpty());
		}

	}

}
