package org.mashhub.standalone.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.Contracts;

/**
 * The newest of all that one epoch gives out, in words that can be compared: codes and
 * ids, and nobody's name.
 */
final class EpochOutputs {

	static final List<String> TOPICS = List.of(Contracts.topicOf(ObservationApplied.class),
			Contracts.topicOf(Alert.class), Contracts.topicOf(MentionLinked.class),
			Contracts.topicOf(ChildPicture.class), Contracts.topicOf(LinkReview.class),
			Contracts.topicOf(StatusNotice.class));

	private final Map<Integer, Long> applied = new TreeMap<>();

	private final Map<UUID, Alert> alerts = new HashMap<>();

	private final Map<UUID, ChildPicture> pictures = new HashMap<>();

	private final Map<UUID, LinkReview> questions = new HashMap<>();

	private final Map<UUID, StatusNotice> notices = new HashMap<>();

	private final Map<UUID, UUID> people = new HashMap<>();

	/** Takes the next of what it gave out. */
	void take(SpecificRecord record) {
		switch (record) {
			case ObservationApplied entry -> this.applied.merge(entry.getPartition(), entry.getOffset(), Math::max);
			case Alert alert -> this.alerts.put(alert.getAlertId(), alert);
			case ChildPicture picture -> this.pictures.put(picture.getChildId(), picture);
			case LinkReview question -> this.questions.put(question.getReviewId(), question);
			case StatusNotice notice -> this.notices.put(notice.getNoticeId(), notice);
			case MentionLinked linked -> linked.getPersonId()
				.ifPresentOrElse((person) -> this.people.put(linked.getMentionId(), person),
						() -> this.people.remove(linked.getMentionId()));
			default -> throw new IllegalArgumentException(record.getSchema().getName() + " is not compared");
		}
	}

	/** The last entry of each part of the area log that it has applied. */
	Map<Integer, Long> applied() {
		return this.applied;
	}

	/** Whom each mention is. */
	Map<UUID, UUID> people() {
		return this.people;
	}

	/** Each person's mentions. */
	Map<UUID, Set<UUID>> groups() {
		Map<UUID, Set<UUID>> groups = new HashMap<>();
		this.people
			.forEach((mention, person) -> groups.computeIfAbsent(person, (first) -> new HashSet<>()).add(mention));
		return groups;
	}

	/** Open alerts. */
	Map<UUID, Said> alerts() {
		Map<UUID, Said> said = new HashMap<>();
		this.alerts.forEach((id, alert) -> said.put(id,
				new Said(alert.getRule(),
						(alert.getState() == AlertState.CLOSED) ? "not open"
								: alert.getColour() + " by " + alert.getDueAt()
										+ (alert.getOverdue() ? ", overdue" : "") + ", children: "
										+ (1 + alert.getOtherChildren().size()))));
		return said;
	}

	/**
	 * Children who are shown, by the mention that made each known, which is the same
	 * whoever is joined with whom; and who is around them.
	 */
	Map<UUID, Said> pictures() {
		Map<UUID, Set<UUID>> groups = groups();
		Map<UUID, Said> said = new HashMap<>();
		this.pictures.values().forEach((picture) -> {
			UUID child = picture.getFoundingMention();
			if (picture.getWithdrawn()) {
				said.putIfAbsent(child, new Said("child", "not shown"));
			}
			else {
				said.put(child,
						new Said("child",
								"shown, adults: " + picture.getConnections()
									.stream()
									.map((connection) -> adult(connection, groups))
									.sorted()
									.collect(Collectors.joining("; "))));
			}
		});
		return said;
	}

	/** A person is who they are by their mentions, whatever id the epoch gave them. */
	private static String adult(Connection connection, Map<UUID, Set<UUID>> groups) {
		UUID mention = groups.getOrDefault(connection.getPersonId(), Set.of(connection.getPersonId()))
			.stream()
			.min(UUID::compareTo)
			.orElseThrow();
		return connection.getRelation() + " (" + connection.getCertainty() + ", " + mention.toString().substring(0, 8)
				+ ")";
	}

	/** Questions to officers about who is who. */
	Map<UUID, Said> questions() {
		Map<UUID, Said> said = new HashMap<>();
		this.questions
			.forEach((id, question) -> said.put(id, new Said("question", question.getOpen() ? "open" : "not open")));
		return said;
	}

	/** Statuses that practices are told. */
	Map<UUID, Said> notices() {
		Map<UUID, Said> said = new HashMap<>();
		this.notices.forEach((id, notice) -> said.put(id, new Said(notice.getStatus(), notice(notice))));
		return said;
	}

	private static String notice(StatusNotice notice) {
		if (notice.getHistoric()) {
			return "not told";
		}
		return (notice.getWithdrawn() ? "taken back from " : notice.getToBeChecked() ? "to be checked by " : "told to ")
				+ notice.getGpPractice() + (notice.getEnded() ? ", ended " : ", from ") + notice.getEffectiveOn()
				+ (notice.getUrgent() ? ", at once" : ", at the end of the day");
	}

	/**
	 * What an epoch says of one thing.
	 *
	 * @param what its rule, its status or its kind
	 * @param words how it is
	 */
	record Said(String what, String words) {
	}

}
