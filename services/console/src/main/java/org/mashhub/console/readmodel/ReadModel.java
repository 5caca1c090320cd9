package org.mashhub.console.readmodel;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Certainty;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that pages and API ask. What a viewer may not see is left out here, so
 * that no page can forget to.
 */
@Component
@Transactional(readOnly = true)
public class ReadModel {

	/** Agencies whose content waits until an officer has confirmed who it is about. */
	private static final Set<String> HIDDEN_UNTIL_CHECKED = Set.of("police", "gp", "health-visiting", "midwifery",
			"hospital", "ambulance", "probation");

	/** How long a receipt waits for its alerts: partitions are read side by side. */
	private static final Duration FOR_ALERTS = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	ReadModel(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One alert.
	 * @param alertId the alert
	 * @param viewer who asks
	 * @return the alert, if the hub knows it
	 */
	public Optional<AlertView> alert(UUID alertId, Viewer viewer) {
		return this.jdbc.sql("SELECT body FROM alert WHERE alert_id = :id")
			.param("id", alertId)
			.query(String.class)
			.optional()
			.map((body) -> shown(List.of(Json.read(body, AlertView.class)), viewer).getFirst());
	}

	/**
	 * Alerts about a child.
	 * @param childId the child
	 * @param viewer who asks
	 * @return alerts, open ones first
	 */
	public List<AlertView> alertsAbout(UUID childId, Viewer viewer) {
		return this.jdbc.sql("""
				SELECT body FROM alert
				WHERE child_id = :child
				   OR body -> 'otherChildren' @> jsonb_build_array(jsonb_build_object('childId', CAST(:child AS text)))
				ORDER BY CASE WHEN state = 'CLOSED' THEN 1 ELSE 0 END, due_at, alert_id
				""")
			.param("child", childId)
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, AlertView.class))
			.collect(Collectors.collectingAndThen(Collectors.toList(), (alerts) -> shown(alerts, viewer)));
	}

	/**
	 * What is known of an alert's history.
	 * @param alertId the alert
	 * @return revisions, newest first: by area time, since epochs number them by
	 * themselves
	 */
	public List<RevisionView> revisions(UUID alertId) {
		return this.jdbc.sql("""
				SELECT body FROM alert_revision WHERE alert_id = :id
				ORDER BY (body ->> 'at')::timestamptz DESC, revision DESC
				""")
			.param("id", alertId)
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, RevisionView.class))
			.toList();
	}

	/**
	 * What a viewer may know of an alert's history. A revision does not say which records
	 * it rested on, and the police may have sealed one of them since: what an earlier one
	 * said, police staff alone are told.
	 * @param alert the alert, as it is shown to the viewer
	 * @param viewer who asks
	 * @return revisions, newest first
	 */
	public List<RevisionView> revisions(AlertView alert, Viewer viewer) {
		List<RevisionView> revisions = revisions(alert.alertId());
		return viewer.policeMash() ? revisions
				: revisions.stream()
					.map((revision) -> !isNewest(revision, alert) ? revision.saying(null)
							: alert.isSealed() ? revision.saying(alert.text()) : revision)
					.toList();
	}

	private static boolean isNewest(RevisionView revision, AlertView alert) {
		return revision.revision() == alert.revision() && alert.provenance().epoch().equals(revision.epoch());
	}

	/**
	 * Who was told of some alerts.
	 * @param alertIds the alerts
	 * @return notifications by alert, in the order of their time
	 */
	public Map<UUID, List<NotificationView>> toldOf(Collection<UUID> alertIds) {
		return this.jdbc.sql("""
				SELECT body FROM notification WHERE alert_id = ANY(CAST(:alerts AS uuid[])) ORDER BY at, notification_id
				""")
			.param("alerts", ReadModelWriter.array(List.copyOf(alertIds)))
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, NotificationView.class))
			.collect(Collectors.groupingBy((told) -> Objects.requireNonNull(told.alertId())));
	}

	/**
	 * One child.
	 * @param childId the child
	 * @return the child, if the hub may show it
	 */
	public Optional<ChildView> child(UUID childId) {
		return this.jdbc.sql("SELECT body FROM child WHERE child_id = :id AND NOT withdrawn")
			.param("id", childId)
			.query(String.class)
			.optional()
			.map((body) -> Json.read(body, ChildView.class));
	}

	/**
	 * Which of some children have a page.
	 * @param childIds the children
	 * @return those whom the hub may show
	 */
	public Set<UUID> childrenShown(Collection<UUID> childIds) {
		return Set.copyOf(this.jdbc
			.sql("SELECT child_id FROM child WHERE child_id = ANY(CAST(:children AS uuid[])) AND NOT withdrawn")
			.param("children", ReadModelWriter.array(List.copyOf(childIds)))
			.query(UUID.class)
			.list());
	}

	/**
	 * The other children of a child's family.
	 * @param child the child
	 * @return those whom the hub may show, in the order in which the picture has them
	 */
	public List<ChildView> siblings(ChildView child) {
		Map<UUID, ChildView> shown = this.jdbc
			.sql("SELECT body FROM child WHERE child_id = ANY(CAST(:children AS uuid[])) AND NOT withdrawn")
			.param("children", ReadModelWriter.array(child.siblings()))
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, ChildView.class))
			.collect(Collectors.toMap(ChildView::childId, (sibling) -> sibling));
		return child.siblings().stream().filter(shown::containsKey).map(shown::get).toList();
	}

	/**
	 * What agencies recorded about a child and the people around it: a join over who is
	 * who, never a copy.
	 * @param child the child
	 * @param viewer who asks
	 * @return the chronology
	 */
	public ChronologyOfChild chronology(ChildView child, Viewer viewer) {
		Set<UUID> sure = new LinkedHashSet<>(child.siblings());
		sure.add(child.childId());
		child.connections()
			.stream()
			.filter((connection) -> connection.certainty() != Certainty.TO_BE_CHECKED)
			.forEach((connection) -> sure.add(connection.personId()));
		Set<UUID> all = Stream.concat(sure.stream(), child.connections().stream().map(ConnectionView::personId))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		List<Line> lines = lines(child.area(), all, sure);
		List<Line> permitted = lines.stream().filter((line) -> viewer.maySee(line.entry().handling())).toList();
		List<ChronologyView> shown = permitted.stream()
			.filter((line) -> line.sure() || !HIDDEN_UNTIL_CHECKED.contains(line.entry().agency()))
			.map(Line::entry)
			.map((entry) -> viewer.mayRead(entry) ? entry : entry.withoutContent())
			.toList();
		PeopleOfPicture people = new PeopleOfPicture(child, siblings(child), personsOf(shown), HIDDEN_UNTIL_CHECKED);
		int restricted = (int) shown.stream().filter(ChronologyView::isRestricted).count();
		return new ChronologyOfChild(shown.stream().map((entry) -> entry.about(people.about(entry))).toList(),
				permitted.size() - shown.size(), restricted, restricted > 0 && !viewer.manager());
	}

	/** Which person each mention of some entries speaks of. */
	private Map<UUID, UUID> personsOf(List<ChronologyView> entries) {
		Map<UUID, UUID> persons = new HashMap<>();
		List<UUID> mentions = entries.stream().flatMap((entry) -> entry.mentions().stream()).distinct().toList();
		this.jdbc.sql("""
				SELECT mention_id, person_id FROM person_link
				WHERE mention_id = ANY(CAST(:mentions AS uuid[])) AND person_id IS NOT NULL
				""").param("mentions", ReadModelWriter.array(mentions)).query((row) -> {
			persons.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
		});
		return persons;
	}

	private List<Line> lines(String area, Set<UUID> people, Set<UUID> sure) {
		return this.jdbc.sql("""
				SELECT c.body, EXISTS (SELECT 1 FROM person_link s WHERE s.mention_id = ANY(c.mentions)
				                       AND s.person_id = ANY(CAST(:sure AS uuid[])))
				FROM chronology_entry c
				WHERE c.area = :area AND NOT c.withdrawn AND c.mentions && ARRAY(
				      SELECT l.mention_id FROM person_link l WHERE l.person_id = ANY(CAST(:people AS uuid[])))
				ORDER BY c.occurred_at, c.source_record
				""")
			.param("area", area)
			.param("people", ReadModelWriter.array(List.copyOf(people)))
			.param("sure", ReadModelWriter.array(List.copyOf(sure)))
			.query((row, number) -> new Line(Json.read(row.getString(1), ChronologyView.class), row.getBoolean(2)))
			.list();
	}

	/**
	 * Which person a mention speaks of.
	 * @param mentionId the mention
	 * @param viewer who asks
	 * @return the decision, if there is one and the viewer may see the record
	 */
	public Optional<IdentityView> identity(UUID mentionId, Viewer viewer) {
		return this.jdbc.sql("""
				SELECT l.body FROM person_link l WHERE l.mention_id = :id AND (:all OR NOT EXISTS (
				  SELECT 1 FROM chronology_entry c WHERE c.area = l.area AND c.source_record = l.body ->> 'sourceRecord'
				  AND c.body ->> 'handling' = 'POLICE_MASH_ONLY'))
				""")
			.param("id", mentionId)
			.param("all", viewer.policeMash())
			.query(String.class)
			.optional()
			.map((body) -> Json.read(body, IdentityView.class))
			.map((identity) -> explained(identity, sealed(List.of(identity), viewer)));
	}

	/**
	 * Of a person about whom the police alone know of a record it is not told what a link
	 * rests on: that might be the record.
	 */
	private static IdentityView explained(IdentityView identity, Set<UUID> sealed) {
		NextBestView next = identity.nextBest();
		UUID person = identity.personId();
		if (person != null && sealed.contains(person)) {
			return identity.unexplained();
		}
		return (next != null && sealed.contains(next.personId())) ? identity.withoutNextBest() : identity;
	}

	/** People of links, about whom there is a record that the viewer may not know of. */
	private Set<UUID> sealed(Collection<IdentityView> identities, Viewer viewer) {
		if (viewer.policeMash()) {
			return Set.of();
		}
		Set<UUID> people = new HashSet<>();
		for (IdentityView identity : identities) {
			if (identity.personId() != null) {
				people.add(identity.personId());
			}
			if (identity.nextBest() != null) {
				people.add(identity.nextBest().personId());
			}
		}
		return Set.copyOf(this.jdbc.sql("""
				SELECT DISTINCT l.person_id FROM person_link l
				JOIN chronology_entry c ON c.area = l.area AND c.source_record = l.body ->> 'sourceRecord'
				WHERE l.person_id = ANY(CAST(:people AS uuid[])) AND c.body ->> 'handling' = 'POLICE_MASH_ONLY'
				""").param("people", ReadModelWriter.array(List.copyOf(people))).query(UUID.class).list());
	}

	/**
	 * Why records are taken to be about some people.
	 * @param people the people
	 * @param viewer who asks
	 * @return links by person, in the order in which things happened
	 */
	public Map<UUID, List<LinkView>> links(Collection<UUID> people, Viewer viewer) {
		List<Known> known = this.jdbc
			.sql("""
					SELECT l.body, c.body FROM person_link l
					JOIN chronology_entry c ON c.area = l.area AND c.source_record = l.body ->> 'sourceRecord' AND NOT c.withdrawn
					WHERE l.person_id = ANY(CAST(:people AS uuid[]))
					ORDER BY c.occurred_at, l.mention_id
					""")
			.param("people", ReadModelWriter.array(List.copyOf(people)))
			.query((row, number) -> new Known(Json.read(row.getString(1), IdentityView.class),
					Json.read(row.getString(2), ChronologyView.class)))
			.list()
			.stream()
			.filter((candidate) -> viewer.maySee(candidate.entry().handling()))
			.toList();
		Set<UUID> sealed = sealed(known.stream().map(Known::identity).toList(), viewer);
		return known.stream()
			.map((link) -> new LinkView(explained(link.identity(), sealed), link.entry().agency(),
					link.entry().occurredAt()))
			.collect(Collectors.groupingBy((link) -> Objects.requireNonNull(link.identity().personId())));
	}

	/**
	 * What agencies have recorded about somebody who may be somebody else: content of
	 * police and health only once an officer has decided who it is about. Of a record
	 * that says several things, what it says about this person.
	 * @param area the area
	 * @param person the person
	 * @param viewer who asks
	 * @return records in the order in which things happened
	 */
	public List<RecordView> recordsOf(String area, UUID person, Viewer viewer) {
		Set<UUID> own = Set.copyOf(this.jdbc.sql("SELECT mention_id FROM person_link WHERE person_id = :person")
			.param("person", person)
			.query(UUID.class)
			.list());
		return lines(area, Set.of(person), Set.of()).stream()
			.map(Line::entry)
			.filter((entry) -> viewer.maySee(entry.handling()))
			.map((entry) -> record(entry, own, viewer))
			.toList();
	}

	private static RecordView record(ChronologyView entry, Set<UUID> own, Viewer viewer) {
		boolean shown = !HIDDEN_UNTIL_CHECKED.contains(entry.agency()) && viewer.mayRead(entry);
		List<String> about = entry.statements()
			.stream()
			.filter((part) -> part.mentions().stream().anyMatch(own::contains))
			.map(StatementView::headline)
			.distinct()
			.toList();
		String headline = about.isEmpty() ? entry.headline() : String.join("; ", about);
		return new RecordView(entry.agency(), entry.occurredAt(), entry.occurredPrecision(), shown ? headline : null,
				entry.isRestricted(), shown && about.isEmpty() && !entry.statements().isEmpty());
	}

	/**
	 * One question about two people.
	 * @param reviewId the question
	 * @param viewer who asks
	 * @return the question, if there is one and the viewer may see both records
	 */
	public Optional<ReviewView> review(UUID reviewId, Viewer viewer) {
		return reviews("r.review_id = :id", viewer, (statement) -> statement.param("id", reviewId)).stream()
			.findFirst();
	}

	/**
	 * Which of some questions a viewer may see.
	 * @param reviewIds the questions
	 * @param viewer who asks
	 * @return those that the hub may show
	 */
	public Set<UUID> reviewsShown(Collection<UUID> reviewIds, Viewer viewer) {
		return reviews("r.review_id = ANY(CAST(:ids AS uuid[]))", viewer,
				(statement) -> statement.param("ids", ReadModelWriter.array(List.copyOf(reviewIds))))
			.stream()
			.map(ReviewView::reviewId)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Open questions about one person.
	 * @param person the person
	 * @param viewer who asks
	 * @return questions, strongest first, at most {@value Part#USUAL}
	 */
	public List<ReviewView> openReviewsAbout(UUID person, Viewer viewer) {
		return reviews("""
				r.open AND (r.body ->> 'personId' = :person OR r.body ->> 'otherPersonId' = :person)
				ORDER BY CAST(r.body ->> 'bits' AS float) DESC, r.review_id LIMIT :most
				""", viewer, (statement) -> statement.param("person", person.toString()).param("most", Part.USUAL));
	}

	/**
	 * Questions whose two records both stand, and which the viewer may see: as they were
	 * when it was asked, and as they are now. Of a record that is gone nobody can tell
	 * any more who might see it.
	 */
	List<ReviewView> reviews(String which, Viewer viewer, UnaryOperator<JdbcClient.StatementSpec> parameters) {
		return parameters
			.apply(this.jdbc
				.sql("""
						SELECT r.body FROM link_review r
						WHERE r.body #>> '{mention,sourceRecord}' IS NOT NULL
						AND r.body #>> '{otherMention,sourceRecord}' IS NOT NULL
						AND (:all OR 'POLICE_MASH_ONLY' NOT IN (r.body #>> '{mention,handling}', r.body #>> '{otherMention,handling}'))
						AND NOT EXISTS (
						  SELECT 1 FROM chronology_entry c WHERE c.area = r.area
						  AND c.source_record IN (r.body #>> '{mention,sourceRecord}', r.body #>> '{otherMention,sourceRecord}')
						  AND (c.withdrawn OR (NOT :all AND c.body ->> 'handling' = 'POLICE_MASH_ONLY')))
						AND\s"""
						+ which))
			.param("all", viewer.policeMash())
			.query(String.class)
			.list()
			.stream()
			.map((body) -> shown(Json.read(body, ReviewView.class)))
			.toList();
	}

	/**
	 * All areas and how late it is there.
	 * @return areas by name
	 */
	public List<AreaView> areas() {
		return this.jdbc
			.sql("SELECT a.body, t.now FROM area a LEFT JOIN area_time t ON t.area = a.area ORDER BY a.area")
			.query((row, number) -> at(Json.read(row.getString(1), AreaView.class), row.getTimestamp(2)))
			.list();
	}

	/**
	 * How late it is in an area.
	 * @param area the area
	 * @return its time, when the hub has done something there
	 */
	public Optional<Instant> now(String area) {
		return this.jdbc.sql("SELECT now FROM area_time WHERE area = :area")
			.param("area", area)
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.optional();
	}

	/**
	 * What became of an accepted record. What it raised or revised can then be read as
	 * well: the two come by different partitions, and a receipt waits a little for its
	 * alerts. One whose alerts have been erased, or that was read again when their topic
	 * had been compacted, waits no longer than that.
	 * @param receiptId its receipt
	 * @return its state; pending when the hub has not dealt with it
	 */
	public ReceiptView receipt(UUID receiptId) {
		return this.jdbc.sql("""
				SELECT outcome, alerts FROM applied
				WHERE receipt_id = :id
				  AND (written_at < now() - CAST(:patience AS interval)
				       OR NOT EXISTS (
				           SELECT 1 FROM unnest(CAST(string_to_array(alerts, ',') AS uuid[])) AS named (alert_id)
				           WHERE NOT EXISTS (
				               SELECT 1 FROM alert_revision JOIN alert USING (alert_id)
				               WHERE alert_id = named.alert_id
				                 AND alert_revision.receipt_id = applied.receipt_id)))
				""")
			.param("id", receiptId)
			.param("patience", FOR_ALERTS.toString())
			.query((row, number) -> new ReceiptView(receiptId, ReceiptView.State.valueOf(row.getString(1)),
					ids(row.getString(2))))
			.optional()
			.or(() -> quarantined(receiptId))
			.orElseGet(() -> new ReceiptView(receiptId, ReceiptView.State.PENDING, List.of()));
	}

	private Optional<ReceiptView> quarantined(UUID receiptId) {
		boolean set = this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM quarantined WHERE receipt_id = :id)")
			.param("id", receiptId.toString())
			.query(Boolean.class)
			.single();
		return set ? Optional.of(new ReceiptView(receiptId, ReceiptView.State.QUARANTINED, List.of()))
				: Optional.empty();
	}

	/**
	 * Counts every change that pages show.
	 * @return the count
	 */
	public long changes() {
		return this.jdbc.sql("SELECT changes FROM feed_state").query(Long.class).single();
	}

	/** What somebody was in a record of the police is what the police hold of them. */
	private static ReviewView shown(ReviewView review) {
		return review.with(shown(review.mention()), shown(review.otherMention()));
	}

	private static @Nullable ReviewedMentionView shown(@Nullable ReviewedMentionView mention) {
		return (mention != null && HIDDEN_UNTIL_CHECKED.contains(mention.agency())) ? mention.withoutRole() : mention;
	}

	/**
	 * A record goes by how its agency marks it now: an alert that rested on it before the
	 * police sealed it says no more what it was, and of one that is restricted only that
	 * there is one.
	 */
	List<AlertView> shown(List<AlertView> alerts, Viewer viewer) {
		Set<String> sealed = viewer.policeMash() ? Set.of()
				: recordsBehind(alerts, "body ->> 'handling' = 'POLICE_MASH_ONLY'");
		Set<String> restricted = viewer.manager() ? Set.of() : recordsBehind(alerts, "body -> 'restricted' = 'true'");
		return alerts.stream().map((alert) -> {
			List<EvidenceView> permitted = alert.evidence()
				.stream()
				.filter((record) -> viewer.maySee(record.handling()))
				.map((record) -> restricted.contains(alert.area() + " " + record.sourceRecord())
						? record.withoutStatement() : record)
				.toList();
			List<EvidenceView> shown = permitted.stream()
				.filter((record) -> !sealed.contains(alert.area() + " " + record.sourceRecord()))
				.toList();
			return (shown.size() < permitted.size()) ? alert.sealed(shown) : alert.withEvidence(shown);
		}).toList();
	}

	/** Area and number of the records that they rest on, as far as they are marked so. */
	private Set<String> recordsBehind(List<AlertView> alerts, String marked) {
		List<String> records = alerts.stream()
			.flatMap((alert) -> alert.evidence().stream())
			.map(EvidenceView::sourceRecord)
			.distinct()
			.toList();
		List<String> areas = alerts.stream().map(AlertView::area).distinct().toList();
		return records.isEmpty() ? Set.of()
				: this.jdbc.sql("""
						SELECT area || ' ' || source_record FROM chronology_entry
						WHERE area = ANY(CAST(:areas AS text[])) AND source_record = ANY(CAST(:records AS text[]))
						AND\s""" + marked)
					.param("areas", areas.toArray(new String[0]))
					.param("records", records.toArray(new String[0]))
					.query(String.class)
					.set();
	}

	private static AreaView at(AreaView area, @Nullable Timestamp now) {
		return new AreaView(area.area(), area.name(), area.clock(), area.organisations(),
				(now != null) ? now.toInstant() : null);
	}

	private static List<UUID> ids(String joined) {
		return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
	}

	private record Line(ChronologyView entry, boolean sure) {
	}

	private record Known(IdentityView identity, ChronologyView entry) {
	}

	/**
	 * Who asks, as far as it decides what they may see.
	 *
	 * @param name user or client id
	 * @param policeMash true for police staff in the MASH
	 * @param manager true for MASH managers, who alone read what an agency restricts
	 */
	public record Viewer(String name, boolean policeMash, boolean manager) {

		boolean mayRead(ChronologyView entry) {
			return this.manager || !entry.isRestricted();
		}

		boolean maySee(HandlingCode handling) {
			return switch (handling) {
				case STANDARD, MASH_ONLY -> true;
				case POLICE_MASH_ONLY -> this.policeMash;
			};
		}
	}

}
