package org.mashhub.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.ChronologyStatement;
import org.mashhub.hub.v1.ClosureItem;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Comparison;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.Evidence;
import org.mashhub.hub.v1.KeptApart;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.hub.v1.LinkOutcome;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.NextBest;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.PathStep;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.ReviewedMention;
import org.mashhub.hub.v1.StatusPeriod;
import org.mashhub.messaging.NameUuid;

/** A fictional family in a fictional area, as the topics tell of it. */
public final class Samples {

	/** The area. */
	public static final String AREA = "scn-mill-row";

	/** How late it is there. */
	public static final Instant NOW = Instant.parse("2026-01-13T10:00:00Z");

	/** A child. */
	public static final UUID CHILD = NameUuid.of("test", "child");

	/** The child's mother. */
	public static final UUID MOTHER = NameUuid.of("test", "mother");

	/** A man at the same address. */
	public static final UUID MAN = NameUuid.of("test", "man");

	/** A man who may be somebody else. */
	public static final UUID UNSURE = NameUuid.of("test", "unsure");

	/** Another child. */
	public static final UUID AVA = NameUuid.of("test", "ava");

	/** Ava's brother. */
	public static final UUID NOAH = NameUuid.of("test", "noah");

	private Samples() {
	}

	/**
	 * Another family: two children, a third whom the hub may not show, their mother and
	 * two men, one of whom may be somebody else; and what agencies have recorded, by the
	 * name of the record.
	 * @return records by key, in the order of the topics
	 */
	public static Map<String, SpecificRecord> familyOfAva() {
		Map<String, SpecificRecord> records = new LinkedHashMap<>();
		for (String person : List.of("ava", "noah", "not-shown", "kelly", "darren", "craig", "stranger")) {
			records.put("m-" + person, linked("m-" + person, id(person)));
		}
		records.put(AVA.toString(), ChildPicture.newBuilder(picture())
			.setChildId(AVA)
			.setDisplayName("Ava Sample")
			.setSiblings(List.of(NOAH, id("not-shown")))
			.setConnections(List.of(
					new Connection(id("kelly"), "Kelly Sample", "parent of Child A", Certainty.CONFIRMED, List.of()),
					new Connection(id("darren"), "Darren Pike", "recorded at Child A's address", Certainty.RECORDED,
							List.of()),
					new Connection(id("craig"), "Craig", "named in one record with Child A", Certainty.TO_BE_CHECKED,
							List.of())))
			.build());
		records.put(NOAH.toString(),
				ChildPicture.newBuilder(picture()).setChildId(NOAH).setDisplayName("Noah Sample").build());
		said(records, "social-care", "plan", List.of("noah", "kelly"), "Status: child in need", "noah");
		said(records, "police", "death", List.of("darren", "kelly", "ava"), "Death recorded", "darren");
		said(records, "health-visiting", "visit", List.of("ava", "noah", "kelly"), "Home visit", "noah ava",
				"Child seen awake", "ava", "Child not seen", "noah");
		said(records, "police", "incident", List.of("craig", "kelly"), "Incident logged", "craig");
		said(records, "housing", "visitor", List.of("craig"), "House move", "craig");
		said(records, "education", "other", List.of("stranger", "kelly"), "Referral received", "stranger");
		said(records, "gp", "unseen", List.of("not-shown"), "Missed appointment", "not-shown");
		said(records, "housing", "older", List.of("noah", "stranger"), "Complaint received");
		return records;
	}

	/** A headline in parts, each followed by those whom it is about. */
	private static void said(Map<String, SpecificRecord> records, String agency, String name, List<String> people,
			String headline, String... partsAfter) {
		List<ChronologyStatement> statements = new ArrayList<>();
		List<String> parts = Stream.concat(Stream.of(headline), Stream.of(partsAfter)).toList();
		for (int i = 0; i + 1 < parts.size(); i += 2) {
			statements.add(new ChronologyStatement(parts.get(i),
					Stream.of(parts.get(i + 1).split(" ", -1)).map((person) -> id("m-" + person)).toList()));
		}
		records.put(name,
				ChronologyEntry.newBuilder(entry(name, agency, headline, HandlingCode.STANDARD, "nobody"))
					.setMentions(people.stream().map((person) -> id("m-" + person)).toList())
					.setStatements(statements)
					.build());
	}

	/**
	 * An id that is always the same.
	 * @param name what for
	 * @return the id
	 */
	public static UUID id(String name) {
		return NameUuid.of("test", name);
	}

	/**
	 * The area.
	 * @return its entry
	 */
	public static AreaEntry area() {
		return AreaEntry.newBuilder()
			.setArea(AREA)
			.setName("Mill Row (fictional)")
			.setPartition(0)
			.setClock(AreaClock.SCENARIO)
			.setOrganisations(List.of("WMP"))
			.setLocalAuthorityCodes(List.of())
			.setPostcodeDistricts(List.of())
			.build();
	}

	/**
	 * An alert.
	 * @param name what it is called in the test
	 * @param revision its revision
	 * @param state its state
	 * @param colour its colour
	 * @param due by when
	 * @return the alert
	 */
	public static Alert alert(String name, int revision, AlertState state, Colour colour, Instant due) {
		return alertBuilder(name, revision, state, colour, due).build();
	}

	/**
	 * An alert that can still be changed.
	 * @param name what it is called in the test
	 * @param revision its revision
	 * @param state its state
	 * @param colour its colour
	 * @param due by when
	 * @return its builder
	 */
	public static Alert.Builder alertBuilder(String name, int revision, AlertState state, Colour colour, Instant due) {
		boolean closure = colour == Colour.AMBER;
		return Alert.newBuilder()
			.setProvenance(provenance(name + revision, NOW))
			.setAlertId(id(name))
			.setChildId(CHILD)
			.setChildFoundingMention(id("mention-child"))
			.setFamily(id("family"))
			.setRule(closure ? "A08" : "A01")
			.setRuleName(closure ? "Closure challenge" : "Household-adult risk")
			.setParagraphs(closure ? List.of("4.7", "5.22") : List.of("6.46", "12.1"))
			.setState(state)
			.setRevision(revision)
			.setColour(colour)
			.setAudience(Audience.LEAD_AND_MASH)
			.setRaisedAt(NOW)
			.setDueAt(due)
			.setOverdue(false)
			.setHistoric(false)
			.setChildLabel("Child A, 3 months")
			.setStatements(closure ? List.of("Closure was proposed on 13 January 2026 by children's social care.")
					: List.of("Police recorded an incident of assault on 10 January 2026; the man was the suspect.",
							"Housing recorded him at Child A's address since 3 November 2025."))
			.setConnections(connections())
			.setNotKnown(List.of("Whether he cares for Child A.", "GP not asked."))
			.setAsk(List.of("Who was home overnight this week?"))
			.setOpenItems(closure
					? List.of(new ClosureItem("meeting", "Meeting of 19 December cancelled, none booked.", null))
					: List.of())
			.setFamilyAdvice(closure ? "You may discuss these with the family."
					: "Do not mention police information to the family.")
			.setHandlingAdvice(closure ? null : "Ring police MASH before you act on the police content.")
			.setDisclaimer(closure ? "This does not say the decision is wrong."
					: "This does not say that anyone harmed Child A.")
			.setText("The whole text of the alert, as it is read aloud and sent.\nSecond line.")
			.setEvidence(List.of(
					Evidence.newBuilder()
						.setReceiptId(id("receipt-police"))
						.setSourceRecord("police/WMP/logs/L-77")
						.setAgency("police")
						.setOccurredAt(NOW.minusSeconds(250_000))
						.setRecordedAt(NOW.minusSeconds(240_000))
						.setStatement("An assault was recorded; he was the suspect.")
						.setHandling(new Handling(HandlingCode.MASH_ONLY, "Ring police MASH first."))
						.build(),
					Evidence.newBuilder()
						.setReceiptId(id("receipt-secret"))
						.setSourceRecord("police/WMP/intelligence/I-1")
						.setAgency("police")
						.setOccurredAt(NOW.minusSeconds(350_000))
						.setRecordedAt(NOW.minusSeconds(340_000))
						.setStatement("Sealed intelligence.")
						.setHandling(new Handling(HandlingCode.POLICE_MASH_ONLY, null))
						.build()))
			.setLeadProfessional(lead())
			.setGpPractice("M87001")
			.setTakenBy(null)
			.setAcknowledgedBy(List.of())
			.setClosedBecause(null)
			.setOutcome(null);
	}

	/**
	 * The child's picture.
	 * @return the picture
	 */
	public static ChildPicture picture() {
		return ChildPicture.newBuilder()
			.setProvenance(provenance("picture", NOW))
			.setChildId(CHILD)
			.setFoundingMention(id("mention-child"))
			.setWithdrawn(false)
			.setDisplayName("Aria Example")
			.setInitial("A")
			.setBirthDate(LocalDate.of(2025, 10, 2))
			.setBirthYear(2025)
			.setAdmittedBecause("Child in Need since 1 December 2025")
			.setGpPractice("M87001")
			.setLeadProfessional(lead())
			.setStatuses(List
				.of(new StatusPeriod("CHILD_IN_NEED", LocalDate.of(2025, 12, 1), null, "social-care/DMBC/lcs/9")))
			.setConnections(connections())
			.setSiblings(List.of())
			.setFamily(id("family"))
			.setOpenAlerts(List.of(id("red")))
			.setNotKnown(List.of("police: no data since 3 December 2025"))
			.build();
	}

	/**
	 * Which person a mention speaks of.
	 * @param mention name of the mention
	 * @param person the person
	 * @return the decision
	 */
	public static MentionLinked linked(String mention, UUID person) {
		return MentionLinked.newBuilder()
			.setProvenance(provenance(mention, NOW))
			.setMentionId(id(mention))
			.setSourceRecord("police/ORG/sys/1")
			.setRef("p1")
			.setPersonId(person)
			.setPreviousPersonId(null)
			.setOutcome(LinkOutcome.JOINED)
			.setBits(14.5)
			.setComparisons(List.of(new Comparison("address", "same", 8.5)))
			.setExplanation("Same name and address.")
			.setNextBest(new NextBest(UNSURE, 2.5, List.of(), KeptApart.TOO_LITTLE))
			.build();
	}

	/**
	 * A line of the chronology.
	 * @param record source record
	 * @param agency who recorded it
	 * @param headline what happened
	 * @param handling who may see it
	 * @param mention whom it speaks of
	 * @return the line
	 */
	public static ChronologyEntry entry(String record, String agency, String headline, HandlingCode handling,
			String mention) {
		return ChronologyEntry.newBuilder()
			.setProvenance(provenance(record, NOW))
			.setSourceRecord(agency + "/ORG/sys/" + record)
			.setWithdrawn(false)
			.setAgency(agency)
			.setOrganisationCode("ORG")
			.setEventType("org.mashhub.event")
			.setOccurredAt(NOW.minusSeconds(100_000))
			.setOccurredPrecision(TimePrecision.EXACT)
			.setRecordedAt(NOW.minusSeconds(90_000))
			.setReceivedAt(NOW.minusSeconds(80_000))
			.setVersion(1)
			.setHeadline(headline)
			.setSummary(null)
			.setHandling(new Handling(handling, null))
			.setMentions(List.of(id(mention)))
			.setFacts(List.of())
			.build();
	}

	/**
	 * Who was told of the red alert.
	 * @param state how far it has come
	 * @return the notification
	 */
	public static NotificationRecorded told(NotificationState state) {
		return NotificationRecorded.newBuilder()
			.setNotificationId(id("notification"))
			.setArea(AREA)
			.setAlertId(id("red"))
			.setNoticeId(null)
			.setChildId(CHILD)
			.setRevision(1)
			.setRecipientRole("LEAD_PROFESSIONAL")
			.setRecipientName("Sam Worker")
			.setChannel("EMAIL")
			.setState(state)
			.setPurpose("Safeguarding the child's welfare")
			.setLawfulBasis("Children Act 1989 s.47; UK GDPR Art. 6(1)(e)")
			.setHeldBack(List.of("Police content: MASH only"))
			.setAttempts(1)
			.setAt(NOW.plusSeconds(4))
			.build();
	}

	/**
	 * An entry of the area log that took effect.
	 * @param name its receipt
	 * @param alert what it raised or revised
	 * @return what became of it
	 */
	public static ObservationApplied applied(String name, String alert) {
		return ObservationApplied.newBuilder()
			.setProvenance(provenance(name, NOW))
			.setOffset(7)
			.setPartition(0)
			.setKind(ObservationKind.EVENT)
			.setOutcome(AppliedOutcome.APPLIED)
			.setAlerts(List.of(id(alert)))
			.build();
	}

	/**
	 * A link to be checked.
	 * @return the question
	 */
	public static LinkReview review() {
		return LinkReview.newBuilder()
			.setProvenance(provenance("review", NOW))
			.setReviewId(id("review"))
			.setOpen(true)
			.setPersonId(MAN)
			.setOtherPersonId(UNSURE)
			.setBits(3.2)
			.setComparisons(
					List.of(new Comparison("nickname", "same", 4.2), new Comparison("birth date", "missing", -1.0)))
			.setText("One man or two? Police: \"Daz\", about 25. Health visitor: \"a man called Daz\", same address.")
			.setMention(reviewed("mention-man", "police", "SUSPECT", "Daz Example", HandlingCode.STANDARD))
			.setOtherMention(
					reviewed("mention-unsure", "health-visiting", "FATHER", "a man called Daz", HandlingCode.STANDARD))
			.build();
	}

	/**
	 * Another link to be checked, between the same two.
	 * @param name what it is called in the test
	 * @param open whether it still stands
	 * @return the question
	 */
	public static LinkReview review(String name, boolean open) {
		return LinkReview.newBuilder(review()).setReviewId(id(name)).setOpen(open).build();
	}

	/**
	 * A link to be checked that rests on a record of which only police may see anything.
	 * @return the question
	 */
	public static LinkReview sealedReview() {
		return LinkReview.newBuilder(review())
			.setReviewId(id("sealed-review"))
			.setText("A sealed question.")
			.setMention(reviewed("mention-sealed", "police", "SUSPECT", "Sealed", HandlingCode.POLICE_MASH_ONLY))
			.build();
	}

	/**
	 * The same two people asked about by another record of the second.
	 * @param name what it is called in the test
	 * @param mention the mention of the second
	 * @return the question
	 */
	public static LinkReview reviewOf(String name, String mention) {
		return LinkReview.newBuilder(review(name, true))
			.setOtherMention(reviewed(mention, "health-visiting", "FATHER", "a man called Daz", HandlingCode.STANDARD))
			.build();
	}

	private static ReviewedMention reviewed(String mention, String agency, String role, String name,
			HandlingCode handling) {
		return ReviewedMention.newBuilder()
			.setMentionId(id(mention))
			.setSourceRecord(agency + "/ORG/sys/" + mention)
			.setRef("p1")
			.setAgency(agency)
			.setOccurredAt(NOW.minusSeconds(100_000))
			.setRole(role)
			.setName(name)
			.setBirthDate(null)
			.setBirthYear(2000)
			.setHandling(handling)
			.build();
	}

	private static List<Connection> connections() {
		return List.of(
				new Connection(MOTHER, "Mia E", "mother", Certainty.CONFIRMED,
						List.of(new PathStep("PARENT", MOTHER,
								"Mia E is recorded as the mother (health visitor, 2 October 2025).",
								List.of("health-visiting/BCP/hv/1")))),
				new Connection(MAN, "Dale M", "lives at the same address", Certainty.RECORDED,
						List.of(new PathStep("SAME_ADDRESS", MAN,
								"Dale M has lived at Child A's address since 3 November 2025 (housing).",
								List.of("housing/BHA/t/5")))),
				new Connection(UNSURE, "Daz", "seen at the home", Certainty.TO_BE_CHECKED,
						List.of(new PathStep("SEEN_AT_HOME", UNSURE,
								"A man called Daz was seen at the home (health visitor).", List.of()))));
	}

	private static LeadProfessional lead() {
		return new LeadProfessional("Sam Worker", "Social worker", "Fictional Borough Council", "sam@council.example",
				"01632 960123", LocalDate.of(2025, 12, 1));
	}

	private static Provenance provenance(String receipt, Instant clock) {
		return new Provenance(AREA, "epoch-1", id(receipt), clock);
	}

}
