package org.mashhub.console.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.Samples;
import org.mashhub.console.TestDatabase;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.readmodel.AlertFilter;
import org.mashhub.console.readmodel.AlertFilter.Which;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ChronologyView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.RevisionView;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.messaging.Contracts;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The read model in a real PostgreSQL, fed with records. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h" })
@Import(Feeding.class)
@RealInfrastructure
class ReadModelIT {

	private static final Viewer OFFICER = new Viewer("officer", false);

	@Autowired
	Feeding feeding;

	@Autowired
	ReadModel readModel;

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
		this.feeding.publish("r", Samples.applied("receipt"));
	}

	@Test
	void ofManyQuestionsAListHasTheStrongestAndAPersonItsOwn() {
		this.feeding.publish("q", Samples.review());
		this.jdbc.sql("""
				INSERT INTO link_review (review_id, record_key, area, open, body, log_offset)
				SELECT gen_random_uuid(), 'many', area, open, body || jsonb_build_object('bits', 5 + n,
				       'personId', gen_random_uuid(), 'otherPersonId', gen_random_uuid()), log_offset
				FROM link_review, generate_series(1, :most) n WHERE review_id = :id
				""").param("most", ReadModel.MOST_REVIEWS).param("id", Samples.id("review")).update();

		assertThat(this.readModel.hasMoreReviews()).isTrue();
		assertThat(this.readModel.openReviews(OFFICER)).hasSize(ReadModel.MOST_REVIEWS)
			.extracting(ReviewView::bits)
			.isSortedAccordingTo(Comparator.reverseOrder())
			.doesNotContain(3.2);
		assertThat(this.readModel.openReviewsAbout(Samples.UNSURE, OFFICER)).extracting(ReviewView::bits)
			.contains(3.2)
			.allMatch((bits) -> bits < 5);

		this.jdbc.sql("DELETE FROM link_review WHERE record_key = 'many'").update();
		assertThat(this.readModel.hasMoreReviews()).isFalse();
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
	void policeOnlyEvidenceIsSeenByPoliceStaffInTheMashOnly() {
		AlertView seenByOfficer = this.readModel.alert(Samples.id("red"), OFFICER).orElseThrow();
		AlertView seenByPolice = this.readModel.alert(Samples.id("red"), new Viewer("p", true)).orElseThrow();

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
			assertThat(this.readModel.revisions(shown)).isNotEmpty()
				.allMatch((revision) -> revision.headline().equals(shown.text()));
		});
		assertThat(this.readModel.alerts(new AlertFilter(null, null, Which.ALL), OFFICER))
			.filteredOn((shown) -> shown.alertId().equals(Samples.id("marked")))
			.singleElement()
			.satisfies((shown) -> assertThat(shown.evidence()).isEmpty());
		assertThat(this.readModel.alert(Samples.id("marked"), new Viewer("p", true)).orElseThrow().evidence())
			.hasSize(1);
	}

	@Test
	void receiptTellsHowFarARecordHasCome() {
		assertThat(this.readModel.receipt(Samples.id("receipt")).state()).isEqualTo(ReceiptView.State.APPLIED);
		assertThat(this.readModel.receipt(UUID.randomUUID()).state()).isEqualTo(ReceiptView.State.PENDING);
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

		List<AlertView> alerts = this.readModel.alerts(new AlertFilter(Samples.AREA, null, Which.OPEN), OFFICER);

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

	private List<Map<String, Object>> table(String name) {
		return this.jdbc.sql("SELECT CAST(t AS text) AS line FROM " + name + " t ORDER BY 1").query().listOfRows();
	}

}
