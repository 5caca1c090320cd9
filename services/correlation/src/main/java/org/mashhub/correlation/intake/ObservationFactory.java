package org.mashhub.correlation.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ClockSet;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.ObservedPerson;
import org.mashhub.messaging.NameUuid;

/** Translates whatever comes in into the one form that the area log has. */
public final class ObservationFactory {

	private static final String EXCLUDED_ROLES = "excludedRoles";

	private final Standardiser standardiser;

	private final Places places;

	private final List<Translator> translators;

	/**
	 * Creates a factory.
	 * @param homeKeys keys of homes
	 */
	public ObservationFactory(HomeKeys homeKeys) {
		this.standardiser = new Standardiser(homeKeys);
		this.places = new Places(homeKeys);
		this.translators = List.of(new PoliceTranslator(homeKeys), new GpTranslator(), new HealthVisitingTranslator(),
				new HospitalTranslator(), new AmbulanceTranslator(), new HousingTranslator(homeKeys),
				new SocialCareTranslator(), new TeamworkTranslator(), new EarlyHelpTranslator(),
				new ProbationTranslator(), new EducationTranslator(), new AdultSocialCareTranslator(),
				new SinglePointOfAccessTranslator(homeKeys));
	}

	/**
	 * The header of an agency's event.
	 * @param event the event
	 * @return its header, empty for records of the hub itself
	 */
	static Optional<EventHeader> header(SpecificRecord event) {
		Schema.Field field = event.getSchema().getField("header");
		return (field != null && event.get(field.pos()) instanceof EventHeader header) ? Optional.of(header)
				: Optional.empty();
	}

	/**
	 * The people of an agency's event.
	 * @param event the event
	 * @return everybody it speaks of
	 */
	@SuppressWarnings("unchecked")
	static List<PersonMention> people(SpecificRecord event) {
		Schema.Field field = event.getSchema().getField("people");
		return (field != null) ? (List<PersonMention>) event.get(field.pos()) : List.of();
	}

	/**
	 * Translates an agency's event.
	 * @param event the event
	 * @param area where it belongs
	 * @param loggedAt when the broker had it
	 * @return the observation
	 * @throws IllegalArgumentException when no translator knows the event, or it may not
	 * be taken in as it stands
	 */
	@SuppressWarnings("unchecked")
	public Observation observe(SpecificRecord event, AreaEntry area, Instant loggedAt) {
		EventHeader header = header(event)
			.orElseThrow(() -> new IllegalArgumentException(event.getSchema().getName() + " has no header"));
		// What is withdrawn says nothing any more, and its withdrawal must never fail.
		boolean withdrawn = Destinations.withdraws(header);
		SpecificRecord said = withdrawn ? event : this.places.peopled(event);
		List<PersonMention> people = withoutExcludedRoles(said, withdrawn);
		Translation translation = withdrawn ? Translation.NOTHING : translate(said);
		Schema.Field relationships = event.getSchema().getField("relationships");
		return Observation.newBuilder()
			.setReceiptId(header.getReceiptId())
			.setArea(area.getArea())
			.setKind(ObservationKind.EVENT)
			.setClock((area.getClock() == AreaClock.SCENARIO) ? header.getRecordedAt() : loggedAt)
			.setEventType(event.getSchema().getName())
			.setHeader(header)
			.setPeople(people.stream().map((person) -> observed(person, header)).toList())
			.setRelationships((List<StatedRelationship>) event.get(relationships.pos()))
			.setFacts(translation.facts())
			.setSummary(translation.summary())
			.setStandardisation(Standardiser.VERSION)
			.build();
	}

	private Translation translate(SpecificRecord event) {
		return this.translators.stream()
			.map((translator) -> translator.translate(event))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no translator knows " + event.getSchema().getName()));
	}

	/**
	 * The people of an event whose contract says which roles nobody in it may have: who
	 * reported something in confidence must not become a person of the hub.
	 */
	private static List<PersonMention> withoutExcludedRoles(SpecificRecord event, boolean withdrawn) {
		Schema.Field field = event.getSchema().getField("people");
		if (field == null || !(field.getObjectProp(EXCLUDED_ROLES) instanceof List<?> excluded)) {
			return people(event);
		}
		List<PersonMention> admitted = people(event).stream()
			.filter((person) -> !excluded.contains(person.getRole().name()))
			.toList();
		if (!withdrawn && admitted.size() < people(event).size()) {
			throw new IllegalArgumentException(event.getSchema().getName() + " must not have anybody of the roles "
					+ excluded + " among its people");
		}
		return admitted;
	}

	/**
	 * The withdrawal of a record in an area that it has left: what the event says of
	 * people has no business there.
	 * @param event the event
	 * @param area where the record was
	 * @param loggedAt when the broker had it
	 * @return the observation
	 * @throws IllegalArgumentException when no translator knows the event
	 */
	Observation withdrawal(SpecificRecord event, AreaEntry area, Instant loggedAt) {
		Observation full = observe(event, area, loggedAt);
		EventHeader header = full.getHeader().orElseThrow();
		EventHeader.Builder withdrawn = EventHeader.newBuilder(header)
			.setHandling(new Handling(header.getHandling().getCode(), null));
		if (!Destinations.withdraws(header)) {
			withdrawn.setRecordState(RecordState.RETRACTED).setRetracts(null);
		}
		return Observation.newBuilder(full)
			.setHeader(withdrawn.build())
			.setPeople(List.of())
			.setRelationships(List.of())
			.setFacts(List.of())
			.setSummary(null)
			.build();
	}

	/**
	 * Translates something done in the hub.
	 * @param done the record
	 * @param area where it belongs
	 * @param loggedAt when the broker had it
	 * @return the observation, empty when it is not such a record
	 */
	public Optional<Observation> observeHubRecord(SpecificRecord done, AreaEntry area, Instant loggedAt) {
		// What people do in a scenario's area they do by the wall; it never moves the
		// area's clock.
		Instant clock = (area.getClock() == AreaClock.SCENARIO) ? Instant.EPOCH : loggedAt;
		return switch (done) {
			case AlertAcknowledged acknowledged ->
				Optional.of(hubRecord(acknowledged.getReceiptId(), area, clock, done, acknowledged(acknowledged)));
			case AlertDecided decided ->
				Optional.of(hubRecord(decided.getReceiptId(), area, clock, done, decided(decided)));
			case LinkDecided decided -> Optional.of(hubRecord(decided.getReceiptId(), area, clock, done,
					new Fact(FactKind.LINK_DECIDED, List.of(),
							Map.of("mention", decided.getMentionId().toString(), "otherMention",
									decided.getOtherMentionId().toString(), "verdict", decided.getVerdict().name(),
									"by", decided.getBy()))));
			case FeedDeclared declared ->
				Optional.of(hubRecord(declared.getReceiptId(), area, clock, done, declared(declared)));
			case ClockSet set -> Optional.of(tick(set.getReceiptId(), area, set.getAt()));
			default -> Optional.empty();
		};
	}

	private static Fact declared(FeedDeclared declared) {
		Map<String, String> attributes = new TreeMap<>(
				Map.of("agency", declared.getAgency(), "organisation", declared.getOrganisationCode(), "eventType",
						declared.getEventType(), "ended", Boolean.toString(declared.getEnded()), "kinds",
						String.join(" ", FactsOfEvents.kinds(declared.getAgency(), declared.getEventType()))));
		declared.getExpectedEveryHours().ifPresent((hours) -> attributes.put("everyHours", hours.toString()));
		return new Fact(FactKind.FEED_DECLARED, List.of(), attributes);
	}

	private static Fact acknowledged(AlertAcknowledged acknowledged) {
		Map<String, String> attributes = new TreeMap<>(Map.of("alertId", acknowledged.getAlertId().toString(), "by",
				acknowledged.getBy(), "role", acknowledged.getRole()));
		acknowledged.getRevision().ifPresent((revision) -> attributes.put("revision", revision.toString()));
		acknowledged.getEpoch().ifPresent((epoch) -> attributes.put("epoch", epoch));
		acknowledged.getClock().ifPresent((clock) -> attributes.put("seenAt", clock.toString()));
		return new Fact(FactKind.ALERT_ACKNOWLEDGED, List.of(), attributes);
	}

	private static Fact decided(AlertDecided decided) {
		Map<String, String> attributes = new TreeMap<>(Map.of("alertId", decided.getAlertId().toString(), "by",
				decided.getBy(), "outcome", decided.getOutcome().name()));
		decided.getRevision().ifPresent((revision) -> attributes.put("revision", revision.toString()));
		decided.getEpoch().ifPresent((epoch) -> attributes.put("epoch", epoch));
		decided.getClock().ifPresent((clock) -> attributes.put("seenAt", clock.toString()));
		return new Fact(FactKind.ALERT_DECIDED, List.of(), attributes);
	}

	/**
	 * A tick of an area's clock.
	 * @param area the area
	 * @param at the time
	 * @return the observation
	 */
	public Observation tick(AreaEntry area, Instant at) {
		return tick(NameUuid.of("tick", area.getArea(), at.toEpochMilli()), area, at);
	}

	private static Observation tick(UUID receiptId, AreaEntry area, Instant at) {
		return Observation.newBuilder()
			.setReceiptId(receiptId)
			.setArea(area.getArea())
			.setKind(ObservationKind.TICK)
			.setClock(at)
			.setEventType("Tick")
			.setStandardisation(Standardiser.VERSION)
			.build();
	}

	private static Observation hubRecord(UUID receiptId, AreaEntry area, Instant clock, SpecificRecord done,
			Fact fact) {
		return Observation.newBuilder()
			.setReceiptId(receiptId)
			.setArea(area.getArea())
			.setKind(ObservationKind.HUB_RECORD)
			.setClock(clock)
			.setEventType(done.getSchema().getName())
			.setFacts(List.of(fact))
			.setStandardisation(Standardiser.VERSION)
			.build();
	}

	private ObservedPerson observed(PersonMention person, EventHeader header) {
		return new ObservedPerson(withoutProtectedAddress(person), this.standardiser.standardise(person, header));
	}

	/**
	 * A protected address is matched by its keys and written nowhere; nor is a place,
	 * which somebody else's record may protect.
	 */
	private static PersonMention withoutProtectedAddress(PersonMention person) {
		if (!(person.getAddressProtected() || Places.isPlace(person)) || person.getAddress().isEmpty()) {
			return person;
		}
		return PersonMention.newBuilder(person).setAddress((Address) null).build();
	}

}
