package org.mashhub.console.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.Samples;
import org.mashhub.console.TestDatabase;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.readmodel.AboutView;
import org.mashhub.console.readmodel.AlertFilter;
import org.mashhub.console.readmodel.AlertFilter.Which;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ChildView;
import org.mashhub.console.readmodel.ChronologyView;
import org.mashhub.console.readmodel.ConcernedView;
import org.mashhub.console.readmodel.ConcernedView.Whose;
import org.mashhub.console.readmodel.Lists;
import org.mashhub.console.readmodel.NotificationView;
import org.mashhub.console.readmodel.Page;
import org.mashhub.console.readmodel.Part;
import org.mashhub.console.readmodel.QuarantineView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.RevisionView;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.NameUuid;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The read model in a real PostgreSQL, fed with records. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h" })
@Import(Feeding.class)
@RealInfrastructure
class ReadModelIT {

	private static final Viewer OFFICER = new Viewer("officer", false, false);

	private static final Viewer POLICE = new Viewer("p", true, false);

	@Autowired
	Feeding feeding;

	@Autowired
	ReadModel readModel;

	@Autowired
	Lists lists;

	@Autowired
	Rebuild rebuild;

	@Autowired
	AccessAudit audit;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.use(registry);
	}

	@BeforeEach
	void family() {
		this.feeding.publish(Samples.AREA, Samples.area());
		this.feeding.publish("m1", Samples.linked("mention-man", Samples.MAN));
		this.feeding.publish("m2", Samples.linked("mention-unsure", Samples.UNSURE));
		this.feeding.publish(Samples.CHILD.toString(), Samples.picture());
		alert("red", 1, AlertState.RAISED);
		this.feeding.publish("n", Samples.told(NotificationState.SENT));
		this.feeding.publish("r", Samples.applied("red1", "red"));
	}

	@Test
	void questionsComeStrongestFirstPartByPartAndAPersonHasItsOwn() {
		this.feeding.publish("q", Samples.review());
		manyQuestions(20);

		List<ReviewView> all = all((part) -> this.lists.openReviews(OFFICER, part), 7);

		assertThat(all).extracting(ReviewView::bits).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(all).extracting(ReviewView::reviewId)
			.doesNotHaveDuplicates()
			.hasSize(this.jdbc.sql("SELECT count(*) FROM link_review WHERE open").query(Integer.class).single());
		assertThat(this.readModel.openReviewsAbout(Samples.UNSURE, OFFICER)).extracting(ReviewView::bits)
			.contains(3.2)
			.allMatch((bits) -> bits < 5);
		this.jdbc.sql("DELETE FROM link_review WHERE record_key = 'many'").update();
	}

	@Test
	void questionsThatAViewerMayNotSeeTakeNoPlaceInAPart() {
		this.feeding.publish("q", Samples.review());
		this.feeding.publish("sealed", Samples.sealedReview());
		this.jdbc.sql("""
				INSERT INTO link_review (review_id, record_key, area, open, body, log_offset)
				SELECT gen_random_uuid(), 'many', area, open, body || '{"bits": 90}', log_offset
				FROM link_review, generate_series(1, 3) WHERE review_id = :id
				""").param("id", Samples.id("sealed-review")).update();
		manyQuestions(2);

		Page<ReviewView> seenByOfficer = this.lists.openReviews(OFFICER, new Part(2, null));
		Page<ReviewView> seenByPolice = this.lists.openReviews(POLICE, new Part(3, null));

		assertThat(seenByOfficer.items()).extracting(ReviewView::bits).containsExactly(7.0, 6.0);
		assertThat(seenByPolice.items()).extracting(ReviewView::bits).containsExactly(90.0, 90.0, 90.0);
		this.jdbc.sql("DELETE FROM link_review WHERE record_key IN ('many', 'sealed')").update();
	}

	@Test
	void aPartThatHoldsTheLastEntrySaysThatThereIsNoMore() {
		this.jdbc.sql("""
				INSERT INTO child (child_id, record_key, area, family, withdrawn, body, log_offset)
				SELECT id, 'many', 'parts', family, n = 1, body || jsonb_build_object('childId', id), log_offset
				FROM child, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, 6) n) AS ids
				WHERE child_id = :id
				""").param("id", Samples.CHILD).update();

		assertThat(this.lists.children("parts", new Part(5, null)).next()).isNull();
		assertThat(this.lists.children("parts", new Part(4, null)).next()).isNotNull();
		assertThat(all((part) -> this.lists.children("parts", part), 2)).hasSize(5);
		assertThat(this.lists.children(Samples.AREA, Part.ofPage("")).items()).extracting(ChildView::childId)
			.contains(Samples.CHILD);
		this.jdbc.sql("DELETE FROM child WHERE record_key = 'many'").update();
	}

	@Test
	void notificationsAndWhatWasSetAsideAreReadPartByPartEvenWithinOneMoment() {
		this.jdbc
			.sql("""
					INSERT INTO notification (notification_id, record_key, area, alert_id, child_id, at, body, log_offset)
					SELECT id, 'many', 'parts', alert_id, child_id, at, body || jsonb_build_object('notificationId', id), log_offset
					FROM notification, (SELECT gen_random_uuid() AS id FROM generate_series(1, 9)) AS ids
					WHERE record_key = 'n'
					""")
			.update();
		this.jdbc.sql("""
				INSERT INTO quarantined (topic, partition_no, offset_no, stage, reason, at)
				SELECT 'parts', 0, n, 'INTAKE', 'UNREADABLE', '2026-01-13T10:00:00Z' FROM generate_series(1, 9) n
				""").update();

		assertThat(all((part) -> this.lists.notifications("parts", part), 2)).hasSize(9)
			.extracting(NotificationView::notificationId)
			.doesNotHaveDuplicates();
		assertThat(all(this.lists::quarantine, 2)).filteredOn((record) -> record.topic().equals("parts"))
			.extracting(QuarantineView::offset)
			.containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
		this.jdbc.sql("DELETE FROM notification WHERE record_key = 'many'").update();
		this.jdbc.sql("DELETE FROM quarantined WHERE topic = 'parts'").update();
	}

	@Test
	void openAlertsAreReadToTheirEndAndThenThoseThatHaveEnded() {
		for (int i = 0; i < 3; i++) {
			alert("part-open-" + i, 1, AlertState.RAISED);
			alert("part-closed-" + i, 1, AlertState.CLOSED);
		}

		List<AlertView> alerts = all(
				(part) -> this.lists.alerts(new AlertFilter(Samples.AREA, null, Which.ALL), OFFICER, part), 2);

		assertThat(alerts).extracting(AlertView::alertId)
			.doesNotHaveDuplicates()
			.hasSize(this.jdbc.sql("SELECT count(*) FROM alert").query(Integer.class).single());
		assertThat(alerts).extracting(AlertView::open).isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void aPlaceThatNoListGaveOutIsRefused() {
		for (String place : List.of("no place", "bm90IGEgcGxhY2U", "")) {
			assertThatExceptionOfType(ResponseStatusException.class).as(place)
				.isThrownBy(() -> this.lists.notifications(null, new Part(2, place)))
				.satisfies((refused) -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
		}
	}

	/** Everything in a list, read in parts of a size. */
	private static <T> List<T> all(Function<Part, Page<T>> list, int size) {
		List<T> all = new ArrayList<>();
		@Nullable String after = null;
		do {
			Page<T> page = list.apply(new Part(size, after));
			assertThat(page.items()).hasSizeBetween(1, size);
			all.addAll(page.items());
			after = page.next();
		}
		while (after != null);
		return all;
	}

	private void manyQuestions(int count) {
		this.jdbc.sql("""
				INSERT INTO link_review (review_id, record_key, area, open, body, log_offset)
				SELECT id, 'many', area, open, body || jsonb_build_object('bits', 5 + n, 'reviewId', id,
				       'personId', gen_random_uuid(), 'otherPersonId', gen_random_uuid()), log_offset
				FROM link_review, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, :count) n) AS ids
				WHERE review_id = :id
				""").param("count", count).param("id", Samples.id("review")).update();
	}

	@Test
	void newestRevisionStandsHoweverOftenAndInWhateverOrderTheyCome() {
		alert("order", 2, AlertState.REVISED);
		alert("order", 1, AlertState.RAISED);
		this.feeding.readAllAgain();

		AlertView alert = this.readModel.alert(Samples.id("order"), OFFICER).orElseThrow();

		assertThat(alert.revision()).isEqualTo(2);
		assertThat(this.readModel.revisions(Samples.id("order"))).extracting("revision").containsExactly(2, 1);
	}

	@Test
	void anotherEpochChangesWhatIsNewAndNotThePastWhateverItsNumbers() {
		alert("epochs", 1, AlertState.RAISED);
		alert("epochs", 2, AlertState.REVISED);
		publish(another("epochs", 5, Samples.NOW.minus(Duration.ofDays(1)), Colour.GREEN));
		assertThat(this.readModel.alert(Samples.id("epochs"), OFFICER).orElseThrow().revision()).isEqualTo(2);

		publish(another("epochs", 1, Samples.NOW.plus(Duration.ofHours(1)), Colour.AMBER));

		AlertView alert = this.readModel.alert(Samples.id("epochs"), OFFICER).orElseThrow();
		assertThat(alert.revision()).isEqualTo(1);
		assertThat(alert.colour()).isEqualTo(Colour.AMBER);
		assertThat(this.readModel.revisions(Samples.id("epochs"))).extracting(RevisionView::revision)
			.as("what was shown under the epoch before is not written over")
			.containsExactly(1, 2, 1, 5);
	}

	@Test
	void rebuildGivesTheSameRows() {
		alert("closing", 1, AlertState.RAISED);
		alert("closing", 2, AlertState.CLOSED);
		Map<String, List<Map<String, Object>>> before = rows();

		this.rebuild.start();
		assertThat(this.readModel.areas()).isEmpty();
		this.feeding.readAllAgain();

		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void rowsAndPositionsAreWrittenTogether() {
		long before = position();

		alert("position", 1, AlertState.RAISED);

		assertThat(position()).isEqualTo(before + 1);
	}

	@Test
	void chronologyJoinsMentionsToThePeopleAroundTheChild() {
		this.feeding.publish("c1",
				Samples.entry("1", "police", "Incident logged", HandlingCode.STANDARD, "mention-man"));
		this.feeding.publish("c2",
				Samples.entry("2", "police", "Sealed", HandlingCode.POLICE_MASH_ONLY, "mention-man"));
		this.feeding.publish("c3", Samples.entry("3", "police", "About Daz", HandlingCode.STANDARD, "mention-unsure"));
		this.feeding.publish("c4", Samples.entry("4", "housing", "Daz moved", HandlingCode.STANDARD, "mention-unsure"));
		this.feeding.publish("c5", Samples.entry("5", "police", "Nobody we know", HandlingCode.STANDARD, "mention-x"));

		var chronology = this.readModel.chronology(this.readModel.child(Samples.CHILD).orElseThrow(), OFFICER);

		assertThat(chronology.entries()).extracting(ChronologyView::headline)
			.containsExactlyInAnyOrder("Incident logged", "Daz moved");
		assertThat(chronology.heldBack()).isEqualTo(1);
	}

	@Test
	void everyLineOfAChronologySaysWhomItIsAbout() {
		Samples.familyOfAva().forEach(this.feeding::publish);

		Map<String, List<AboutView>> about = aboutInTheChronologyOfAva(OFFICER);

		assertThat(about.get("plan")).singleElement().satisfies((part) -> {
			assertThat(part.headline()).isEqualTo("Status: child in need");
			assertThat(part.people()).singleElement().satisfies((noah) -> {
				assertThat(noah.whose()).isEqualTo(Whose.SIBLING);
				assertThat(noah.personId()).isEqualTo(Samples.NOAH);
				assertThat(noah.name()).isEqualTo("Noah Sample");
			});
			assertThat(part.named()).isEmpty();
		});
		assertThat(about.get("death")).singleElement()
			.satisfies((part) -> assertThat(part.people()).singleElement().satisfies((darren) -> {
				assertThat(darren.whose()).isEqualTo(Whose.ADULT);
				assertThat(darren.name()).isEqualTo("Darren Pike");
				assertThat(darren.relation()).isEqualTo("recorded at Child A's address");
			}));
		assertThat(about.get("visit")).extracting(AboutView::headline)
			.containsExactly("Home visit", "Child seen awake", "Child not seen");
		assertThat(about.get("visit")).extracting((part) -> part.people().stream().map(ConcernedView::name).toList())
			.containsExactly(List.of("Ava Sample", "Noah Sample"), List.of("Ava Sample"), List.of("Noah Sample"));
		assertThat(about.get("unseen")).singleElement()
			.satisfies((part) -> assertThat(part.people())
				.containsExactly(new ConcernedView(Whose.SIBLING, null, null, null, null)));
		assertThat(about.get("other")).singleElement().satisfies((part) -> {
			assertThat(part.people()).containsExactly(new ConcernedView(Whose.ELSEWHERE, null, null, null, null));
			assertThat(part.named()).extracting(ConcernedView::name).containsExactly("Kelly Sample");
		});
		assertThat(about.get("older")).as("of a hub that did not say it yet").singleElement().satisfies((part) -> {
			assertThat(part.people()).isEmpty();
			assertThat(part.named()).extracting(ConcernedView::name).containsExactly("Noah Sample");
		});
	}

	@Test
	void ofPoliceAndHealthALineDoesNotSayWhoHasYetToBeChecked() {
		Samples.familyOfAva().forEach(this.feeding::publish);

		Map<String, List<AboutView>> about = aboutInTheChronologyOfAva(OFFICER);

		assertThat(about.get("incident")).singleElement().satisfies((part) -> {
			assertThat(part.people()).containsExactly(new ConcernedView(Whose.TO_BE_CHECKED, null, null, null, null));
			assertThat(part.named()).isEmpty();
		});
		assertThat(about.get("visitor")).singleElement()
			.satisfies((part) -> assertThat(part.people()).extracting(ConcernedView::name, ConcernedView::certainty)
				.containsExactly(tuple("Craig", Certainty.TO_BE_CHECKED)));
	}

	@Test
	void ofARestrictedRecordALineSaysWhomItNamesAndNotWhatIsSaidOfWhom() {
		Map<String, SpecificRecord> family = Samples.familyOfAva();
		family.computeIfPresent("visit",
				(name, visit) -> ChronologyEntry.newBuilder((ChronologyEntry) visit).setRestricted(true).build());
		family.forEach(this.feeding::publish);

		assertThat(aboutInTheChronologyOfAva(OFFICER).get("visit")).singleElement().satisfies((part) -> {
			assertThat(part.headline()).isNull();
			assertThat(part.people()).isEmpty();
			assertThat(part.named()).extracting(ConcernedView::name)
				.containsExactly("Ava Sample", "Noah Sample", "Kelly Sample");
		});
		assertThat(aboutInTheChronologyOfAva(new Viewer("manager", false, true)).get("visit")).hasSize(3);
	}

	private Map<String, List<AboutView>> aboutInTheChronologyOfAva(Viewer viewer) {
		return this.readModel.chronology(this.readModel.child(Samples.AVA).orElseThrow(), viewer)
			.entries()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.sourceRecord().replaceAll(".*/", ""),
					(entry) -> Objects.requireNonNull(entry.about())));
	}

	@Test
	void policeOnlyEvidenceIsSeenByPoliceStaffInTheMashOnly() {
		AlertView seenByOfficer = this.readModel.alert(Samples.id("red"), OFFICER).orElseThrow();
		AlertView seenByPolice = this.readModel.alert(Samples.id("red"), POLICE).orElseThrow();

		assertThat(seenByOfficer.evidence()).hasSize(1);
		assertThat(seenByPolice.evidence()).hasSize(2);
	}

	@Test
	void evidenceThatThePoliceMarkForTheirStaffLaterIsShownToNobodyElse() {
		Alert.Builder alert = Samples.alertBuilder("marked", 1, AlertState.CLOSED, Colour.RED, Samples.NOW);
		alert.setEvidence(List
			.of(Evidence.newBuilder(alert.getEvidence().getFirst()).setSourceRecord("police/ORG/sys/L-99").build()));
		publish(alert.build());
		assertThat(this.readModel.alert(Samples.id("marked"), OFFICER).orElseThrow().evidence()).hasSize(1);

		this.feeding.publish("c6",
				Samples.entry("L-99", "police", "Logged", HandlingCode.POLICE_MASH_ONLY, "mention-man"));

		assertThat(this.readModel.alert(Samples.id("marked"), OFFICER)).hasValueSatisfying((shown) -> {
			assertThat(shown.evidence()).isEmpty();
			assertThat(shown.connections()).isEmpty();
			assertThat(shown.statements()).containsExactly("What this alert said may not be shown any more.");
			assertThat(shown.text()).isEqualTo("What this alert said may not be shown any more.");
			assertThat(this.readModel.revisions(shown, OFFICER)).extracting(RevisionView::headline)
				.containsExactly(shown.text());
		});
		assertThat(this.lists.alerts(new AlertFilter(null, null, Which.ALL), OFFICER, Part.ofPage(null)).items())
			.filteredOn((shown) -> shown.alertId().equals(Samples.id("marked")))
			.singleElement()
			.satisfies((shown) -> assertThat(shown.evidence()).isEmpty());
		assertThat(this.readModel.alert(Samples.id("marked"), POLICE).orElseThrow().evidence()).hasSize(1);
	}

	@Test
	void whatAnEarlierRevisionSaidIsForPoliceStaffAlone() {
		Alert.Builder alert = Samples.alertBuilder("history", 1, AlertState.RAISED, Colour.RED, Samples.NOW);
		alert.setStatements(List.of("It rested on what the police have sealed since.")).setEvidence(List.of());
		publish(alert.build());
		publish(alert.setRevision(2).setState(AlertState.REVISED).setStatements(List.of("What it says now.")).build());

		AlertView seen = this.readModel.alert(Samples.id("history"), OFFICER).orElseThrow();
		assertThat(this.readModel.revisions(seen, OFFICER)).extracting(RevisionView::headline)
			.containsExactly("What it says now.", null);
		assertThat(this.readModel.revisions(seen, POLICE)).extracting(RevisionView::headline)
			.containsExactly("What it says now.", "It rested on what the police have sealed since.");
	}

	@Test
	void alertsOfOneColourAreFoundWithoutReadingTheOthers() {
		for (String state : List.of("RAISED", "CLOSED")) {
			this.jdbc
				.sql("""
						INSERT INTO alert (alert_id, record_key, area, child_id, state, colour, due_at, raised_at, revision, body,
						                   log_offset)
						SELECT gen_random_uuid(), 'many', 'colours', child_id, :state,
						       CASE WHEN number % 1000 = 0 THEN 'GREEN' ELSE 'AMBER' END,
						       due_at + number * interval '1 minute', raised_at, revision, body, log_offset
						FROM alert, generate_series(1, 10000) AS number WHERE alert_id = :red
						""")
				.param("state", state)
				.param("red", Samples.id("red"))
				.update();
		}
		this.jdbc.sql("ANALYZE alert").update();

		usesIndex("alert_open_by_colour", new AlertFilter(null, Colour.GREEN, Which.OPEN));
		usesIndex("alert_closed_by_colour", new AlertFilter(null, Colour.GREEN, Which.CLOSED));

		this.jdbc.sql("DELETE FROM alert WHERE area = 'colours'").update();
	}

	/** PostgreSQL counts what it has used a second later. */
	private void usesIndex(String index, AlertFilter filter) {
		long before = scans(index);
		Awaitility.await(index).untilAsserted(() -> {
			assertThat(this.lists.alerts(filter, OFFICER, new Part(100, null)).items().size()).isBetween(10, 20);
			assertThat(scans(index)).isGreaterThan(before);
		});
	}

	private long scans(String index) {
		return this.jdbc.sql("SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = :index")
			.param("index", index)
			.query(Long.class)
			.single();
	}

	@Test
	void receiptTellsHowFarARecordHasCome() {
		assertThat(this.readModel.receipt(Samples.id("red1")).state()).isEqualTo(ReceiptView.State.APPLIED);
		assertThat(this.readModel.receipt(UUID.randomUUID()).state()).isEqualTo(ReceiptView.State.PENDING);
	}

	@Test
	void aTickOfTheHubMovesTheAreasTimeAndLeavesNoReceipt() {
		Instant later = Samples.NOW.plusSeconds(30);
		UUID own = NameUuid.of("tick", "ticking", later.toEpochMilli());
		UUID asked = Samples.id("clock-set");

		this.feeding.publish("tick", tick(own, later));
		assertThat(this.readModel.now("ticking")).contains(later);
		this.feeding.publish("tick", tick(asked, later.plusSeconds(30)));

		assertThat(this.readModel.now("ticking")).contains(later.plusSeconds(30));
		assertThat(this.jdbc.sql("SELECT receipt_id FROM applied WHERE area = 'ticking'").query(UUID.class).list())
			.as("somebody who set a clock asks for it")
			.containsExactly(asked);
	}

	private static ObservationApplied tick(UUID receipt, Instant at) {
		return ObservationApplied.newBuilder(Samples.applied("tick", "red"))
			.setProvenance(new Provenance("ticking", "epoch-1", receipt, at))
			.setKind(ObservationKind.TICK)
			.setAlerts(List.of())
			.build();
	}

	@Test
	void whoSeesThatARecordTookEffectSeesItsAlertsAsWell() {
		alert("soon", 1, AlertState.RAISED);
		this.feeding.publish("late", Samples.applied("soon2", "soon"));

		assertThat(this.readModel.receipt(Samples.id("soon2")).state()).as("of the alert an older revision is shown")
			.isEqualTo(ReceiptView.State.PENDING);

		alert("soon", 2, AlertState.REVISED);

		assertThat(this.readModel.receipt(Samples.id("soon2")).state()).isEqualTo(ReceiptView.State.APPLIED);
	}

	@Test
	void aReceiptDoesNotWaitForAlertsThatHaveBeenErased() {
		this.feeding.publish("late", Samples.applied("erased", "gone"));
		this.jdbc.sql("UPDATE applied SET written_at = written_at - interval '11 seconds' WHERE receipt_id = :id")
			.param("id", Samples.id("erased"))
			.update();

		assertThat(this.readModel.receipt(Samples.id("erased")).state()).isEqualTo(ReceiptView.State.APPLIED);
	}

	@Test
	void undecodableBytesGoToTheOutboxAndTheRestGoesOn() {
		long before = outbox();

		this.feeding.publish(Contracts.topicOf(Alert.class), "bad", new byte[] { 1, 2, 3 });
		alert("after", 1, AlertState.RAISED);

		assertThat(this.readModel.alert(Samples.id("after"), OFFICER)).isPresent();
		assertThat(outbox()).isEqualTo(before + 1);
	}

	@Test
	void poisonIsSetAsideAndTheRestOfItsBatchGoesOn() {
		long before = outbox();
		Alert sound = Samples.alert("with-poison", 1, AlertState.RAISED, Colour.RED, Samples.NOW);
		Alert poison = Samples.alertBuilder("poison", 1, AlertState.RAISED, Colour.RED, Samples.NOW)
			.setText("not for PostgreSQL: \u0000")
			.build();

		this.feeding.publish("poison", poison);
		this.feeding.publish("sound", sound);

		assertThat(this.readModel.alert(Samples.id("with-poison"), OFFICER)).isPresent();
		assertThat(this.readModel.alert(Samples.id("poison"), OFFICER)).isEmpty();
		assertThat(outbox()).isEqualTo(before + 1);
	}

	@Test
	void erasedKeyIsForgotten() {
		alert("erase", 1, AlertState.RAISED);

		this.feeding.publish(Contracts.topicOf(Alert.class), Samples.id("erase").toString(), null);

		assertThat(this.readModel.alert(Samples.id("erase"), OFFICER)).isEmpty();
		assertThat(this.readModel.revisions(Samples.id("erase"))).isEmpty();
	}

	@Test
	void openAlertsComeSoonestDeadlineFirst() {
		this.feeding.publish(Samples.id("later").toString(),
				Samples.alert("later", 1, AlertState.RAISED, Colour.AMBER, Samples.NOW.plus(Duration.ofDays(2))));
		this.feeding.publish(Samples.id("sooner").toString(),
				Samples.alert("sooner", 1, AlertState.RAISED, Colour.GREEN, Samples.NOW.minus(Duration.ofDays(2))));

		List<AlertView> alerts = this.lists
			.alerts(new AlertFilter(Samples.AREA, null, Which.OPEN), OFFICER, Part.ofPage(null))
			.items();

		assertThat(alerts).isSortedAccordingTo((one, other) -> one.dueAt().compareTo(other.dueAt()));
		assertThat(alerts).extracting(AlertView::alertId)
			.startsWith(Samples.id("sooner"))
			.endsWith(Samples.id("later"));
	}

	@Test
	void accessAuditCannotBeAlteredUnnoticed() {
		this.audit.record("officer", Action.CHILD_VIEWED, Samples.CHILD.toString());
		this.audit.record("officer", Action.ALERT_VIEWED, Samples.id("red").toString());

		assertThat(this.audit.firstBroken()).isEmpty();
		assertThatThrownBy(() -> this.jdbc.sql("UPDATE access_audit SET who = 'nobody'").update())
			.isInstanceOf(DataAccessException.class);
		this.jdbc.sql("ALTER TABLE access_audit DISABLE TRIGGER ALL").update();
		this.jdbc.sql("UPDATE access_audit SET who = 'nobody' WHERE seq = 1").update();
		assertThat(this.audit.firstBroken()).hasValue(1);
		this.jdbc.sql("UPDATE access_audit SET who = 'officer' WHERE seq = 1").update();
		this.jdbc.sql("ALTER TABLE access_audit ENABLE TRIGGER ALL").update();
	}

	private void publish(Alert alert) {
		this.feeding.publish(alert.getAlertId().toString(), alert);
	}

	/** What another epoch makes of an alert. */
	private static Alert another(String name, int revision, Instant clock, Colour colour) {
		Alert.Builder alert = Samples.alertBuilder(name, revision, AlertState.REVISED, colour,
				Samples.NOW.plus(Duration.ofHours(8)));
		return alert
			.setProvenance(Provenance.newBuilder(alert.getProvenance()).setEpoch("second").setClock(clock).build())
			.build();
	}

	private void alert(String name, int revision, AlertState state) {
		this.feeding.publish(Samples.id(name).toString(),
				Samples.alert(name, revision, state, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
	}

	private long outbox() {
		return this.jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
	}

	private long position() {
		return this.jdbc.sql("SELECT next_offset FROM feed_position WHERE topic = :topic")
			.param("topic", Contracts.topicOf(Alert.class))
			.query(Long.class)
			.single();
	}

	private Map<String, List<Map<String, Object>>> rows() {
		return Map.of("alert", table("alert"), "alert_revision", table("alert_revision"), "child", table("child"),
				"person_link", table("person_link"), "chronology_entry", table("chronology_entry"), "notification",
				table("notification"), "applied", table("applied"), "area", table("area"), "area_time",
				table("area_time"), "feed_position", table("feed_position"));
	}

	/** But for when the console has written it: that is no content. */
	private List<Map<String, Object>> table(String name) {
		return this.jdbc.sql("SELECT CAST(to_jsonb(t) - 'written_at' AS text) AS line FROM " + name + " t ORDER BY 1")
			.query()
			.listOfRows();
	}

}
