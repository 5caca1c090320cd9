package org.mashhub.standalone.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Ports;

/**
 * Compares what an epoch that works in the shadow of another one gives out with what
 * stands: open alerts, people, and how far each of the two has come.
 */
public final class EpochComparison {

	private static final String APPLIED = Contracts.topicOf(ObservationApplied.class);

	private static final String ALERTS = Contracts.topicOf(Alert.class);

	private static final String PEOPLE = Contracts.topicOf(MentionLinked.class);

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
		String prefix = "mash-correlation-" + epoch + "-shadow-";
		Side stands = read("");
		Side shadow = read(prefix);
		if (shadow.applied().isEmpty()) {
			throw new CannotProceedException("no epoch " + epoch + " has applied anything in the shadow",
					"Its name is in its log, with the check sum: Started streams, epoch.");
		}
		Set<UUID> all = new TreeSet<>(stands.alerts().keySet());
		all.addAll(shadow.alerts().keySet());
		int same = 0;
		List<Difference> differences = new ArrayList<>();
		for (UUID alert : all) {
			Alert now = stands.alerts().get(alert);
			Alert then = shadow.alerts().get(alert);
			String one = words(now);
			String other = words(then);
			if (one.equals(other)) {
				same++;
			}
			else {
				differences.add(new Difference(alert, Objects.requireNonNull((now != null) ? now : then).getRule(), one,
						other));
			}
		}
		return new Report(behind(stands, shadow), behind(shadow, stands), same, differences, stands.people().size(),
				shadow.people().size(), groupedOtherwise(stands.people(), shadow.people()));
	}

	/** By how many entries one has come further than the other. */
	private static long behind(Side further, Side other) {
		return further.applied()
			.entrySet()
			.stream()
			.mapToLong((part) -> Math.max(0, part.getValue() - other.applied().getOrDefault(part.getKey(), -1L)))
			.sum();
	}

	/** Mentions that are not with the same others. */
	private static int groupedOtherwise(Map<UUID, UUID> stands, Map<UUID, UUID> shadow) {
		Map<UUID, Set<UUID>> one = groups(stands);
		Map<UUID, Set<UUID>> other = groups(shadow);
		Set<UUID> mentions = new HashSet<>(stands.keySet());
		mentions.addAll(shadow.keySet());
		return (int) mentions.stream()
			.filter((mention) -> !Objects.equals(one.get(stands.get(mention)), other.get(shadow.get(mention))))
			.count();
	}

	private static Map<UUID, Set<UUID>> groups(Map<UUID, UUID> people) {
		Map<UUID, Set<UUID>> groups = new HashMap<>();
		people.forEach((mention, person) -> groups.computeIfAbsent(person, (first) -> new HashSet<>()).add(mention));
		return groups;
	}

	private static String words(@Nullable Alert alert) {
		if (alert == null || alert.getState() == AlertState.CLOSED) {
			return "not open";
		}
		return alert.getColour() + " by " + alert.getDueAt() + (alert.getOverdue() ? ", overdue" : "") + ", children: "
				+ (1 + alert.getOtherChildren().size());
	}

	private Side read(String prefix) {
		Side side = new Side(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
		try (TopicReading topics = new TopicReading(this.bootstrapServers, this.login,
				List.of(prefix + APPLIED, prefix + ALERTS, prefix + PEOPLE))) {
			topics.readTo(topics.ends(), (record) -> {
				SpecificRecord value = (record.value() != null)
						? this.values.deserialize(record.topic(), record.headers(), record.value()) : null;
				switch (value) {
					case ObservationApplied applied ->
						side.applied().merge(applied.getPartition(), applied.getOffset(), Math::max);
					case Alert alert -> side.alerts().put(alert.getAlertId(), alert);
					case MentionLinked linked -> side.linked(linked);
					case null, default -> {
					}
				}
			});
		}
		return side;
	}

	/**
	 * One of the two.
	 *
	 * @param applied the last entry of each part of the area log
	 * @param alerts the newest of each alert
	 * @param people whom each mention is
	 */
	private record Side(Map<Integer, Long> applied, Map<UUID, Alert> alerts, Map<UUID, UUID> people) {

		private void linked(MentionLinked linked) {
			linked.getPersonId()
				.ifPresentOrElse((person) -> this.people.put(linked.getMentionId(), person),
						() -> this.people.remove(linked.getMentionId()));
		}

	}

	/**
	 * An alert that is not the same in both.
	 *
	 * @param alert its id
	 * @param rule its rule
	 * @param stands how it stands
	 * @param shadow how it is in the shadow
	 */
	public record Difference(UUID alert, String rule, String stands, String shadow) {
	}

	/**
	 * How an epoch differs from what stands.
	 *
	 * @param behind entries of the area log that it has not applied yet
	 * @param ahead entries that it has applied and that what stands has not: what comes
	 * of them would be given out to nobody
	 * @param alerts alerts that are the same in both
	 * @param differences alerts that are not
	 * @param mentions mentions of people that stand
	 * @param mentionsInShadow mentions that it knows
	 * @param groupedOtherwise mentions that are not one person with the same others
	 */
	public record Report(long behind, long ahead, int alerts, List<Difference> differences, int mentions,
			int mentionsInShadow, int groupedOtherwise) {

		public Report {
			differences = List.copyOf(differences);
		}

		/**
		 * Whether the one may take the other's place and nobody sees it.
		 * @return true when nothing differs
		 */
		public boolean isSame() {
			return this.behind == 0 && this.ahead == 0 && this.differences.isEmpty() && this.groupedOtherwise == 0;
		}

	}

}
