package org.mashhub.correlation.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservedPerson;
import org.mashhub.hub.v1.StandardisedPerson;

/** Turns an entry of the area log into the values that the engine takes. */
public final class EntryReader {

	private static final String EPOCH = "epoch";

	/** Age in years from which on twins seldom share a home. */
	private static final int GROWN_AT = 25;

	/**
	 * Age in years up to which the mother is noted: whose children are told apart by her.
	 */
	private static final int MOTHER_UNTIL = Particulars.OF_AGE;

	private static final int SHORTEST_WEEKS = 20;

	private static final int LONGEST_WEEKS = 45;

	/** Who is named beside these because they live or belong together. */
	private static final Set<Role> OF_FAMILY = Set.of(Role.CHILD, Role.MOTHER, Role.FATHER, Role.PARENT, Role.CARER,
			Role.PARTNER, Role.SIBLING, Role.RELATIVE, Role.HOUSEHOLD_MEMBER, Role.TENANT, Role.OCCUPANT, Role.PATIENT);

	/** Who tells of others, and need not be around them. */
	private static final Set<Role> TELLING = Set.of(Role.REPORTER, Role.WITNESS);

	private EntryReader() {
	}

	/**
	 * Reads an entry for one epoch: a revision that another one has numbered says nothing
	 * to it.
	 * @param observation as it stands in the area log
	 * @param offset its offset
	 * @param epoch the epoch
	 * @return the entry
	 */
	static Entry read(Observation observation, long offset, String epoch) {
		Entry entry = read(observation, offset);
		return (entry instanceof Entry.HubRecord done) ? new Entry.HubRecord(done.sequence(), done.receiptId(),
				done.clock(), done.facts().stream().map((fact) -> numberedBy(epoch, fact)).toList()) : entry;
	}

	private static Fact numberedBy(String epoch, Fact fact) {
		if (epoch.equals(fact.value(EPOCH)) || fact.value(EPOCH) == null) {
			return fact;
		}
		Map<String, String> attributes = new HashMap<>(fact.attributes());
		attributes.remove("revision");
		return new Fact(fact.kind(), fact.subjects(), attributes);
	}

	/**
	 * Reads an entry.
	 * @param observation as it stands in the area log
	 * @param offset its offset
	 * @return the entry
	 */
	public static Entry read(Observation observation, long offset) {
		return switch (observation.getKind()) {
			case TICK -> new Entry.Tick(offset, observation.getReceiptId(), observation.getClock());
			case HUB_RECORD ->
				new Entry.HubRecord(offset, observation.getReceiptId(), observation.getClock(), facts(observation));
			case EVENT -> event(observation, offset);
		};
	}

	private static Entry.Event event(Observation observation, long offset) {
		EventHeader header = observation.getHeader()
			.orElseThrow(() -> new IllegalArgumentException("an event without a header"));
		SourceRecordId id = source(header, header.getSourceRecordId());
		boolean withdrawn = header.getRecordState() == RecordState.RETRACTED
				|| header.getRecordState() == RecordState.ENTERED_IN_ERROR;
		int year = header.getOccurredAt().atZone(ZoneOffset.UTC).getYear();
		List<Mention> mentions = withdrawn ? List.of()
				: together(observation,
						observation.getPeople()
							.stream()
							.map((person) -> mention(observation.getArea(), id, person, year))
							.toList());
		SourceRecord record = new SourceRecord(id, header.getSourceVersion(),
				org.mashhub.correlation.observation.RecordState.ACTIVE, offset, offset, offset,
				observation.getReceiptId(), observation.getEventType(), header.getOccurredAt(),
				TimePrecision.valueOf(header.getOccurredPrecision().name()), header.getRecordedAt(),
				observation.getClock(), header.getHistoric(), handling(header, mentions), mentions,
				withdrawn ? List.of() : observation.getRelationships().stream().map(EntryReader::relation).toList(),
				withdrawn ? List.of() : facts(observation, header.getFamilyInformed()));
		return new Entry.Event(record,
				withdrawn ? source(header, header.getRetracts().orElse(header.getSourceRecordId())) : null);
	}

	/** What an agency restricts is read by nobody outside the MASH. */
	private static HandlingCode handling(EventHeader header, List<Mention> mentions) {
		HandlingCode stated = HandlingCode.valueOf(header.getHandling().getCode().name());
		return (stated == HandlingCode.STANDARD && mentions.stream().anyMatch(Mention::restrictedRecord))
				? HandlingCode.MASH_ONLY : stated;
	}

	/** Tells each of a family who else of it the record names. */
	private static List<Mention> together(Observation observation, List<Mention> mentions) {
		return mentions.stream().map((mention) -> {
			List<String> others = mentions.stream()
				.filter((other) -> !other.id().equals(mention.id()) && belong(observation, mention, other))
				.map((other) -> other.particulars().asCompanion())
				.filter(Objects::nonNull)
				.distinct()
				.sorted()
				.toList();
			return mention.with(mention.particulars()
				.beside(others)
				.besideHomes(homesBeside(mention, mentions))
				.with(birth(observation, mention, mentions)));
		}).toList();
	}

	/**
	 * Of a man of no address whom a health visitor met: the one home of the family that
	 * the record is about; likewise where something happened, and nobody else is named.
	 */
	private static List<String> homesBeside(Mention mention, List<Mention> mentions) {
		Particulars who = mention.particulars();
		if (TELLING.contains(mention.role()) || !who.homeKeys().isEmpty() || !who.addressWords().isEmpty()
				|| who.postcode() != null) {
			return List.of();
		}
		Set<String> home = new TreeSet<>();
		for (Mention other : mentions) {
			List<String> theirs = other.particulars().homeKeys();
			if (OF_FAMILY.contains(other.role()) && !theirs.isEmpty()) {
				if (!home.isEmpty() && !Homes.same(home, theirs)) {
					return List.of();
				}
				home.addAll(theirs);
			}
		}
		return List.copyOf(home);
	}

	/** What a record says of somebody's birth, beside the date. */
	private static Birth birth(Observation observation, Mention mention, List<Mention> all) {
		LocalDate day = day(observation);
		Particulars who = mention.particulars();
		List<LocalDate> ended = ended(observation, mention, day);
		if (!ended.isEmpty()) {
			return new Birth(null, who.asMother(), null, null, ended);
		}
		LocalDate born = who.birthDate();
		boolean noted = who.unborn() || (born != null && born.plusYears(MOTHER_UNTIL).isAfter(day));
		if (!noted) {
			return Birth.UNKNOWN;
		}
		return new Birth(who.unborn() ? day : null, mother(observation, mention, all),
				ofBirth(observation, mention, "gestation").map(Integer::valueOf)
					.filter((weeks) -> weeks >= SHORTEST_WEEKS && weeks <= LONGEST_WEEKS)
					.orElse(null),
				ofBirth(observation, mention, "multiple").map(Boolean::valueOf).orElse(null), List.of());
	}

	/** A day that is still to come says nothing of who was unborn on it. */
	private static LocalDate day(Observation observation) {
		EventHeader header = observation.getHeader().orElseThrow();
		Instant earlier = header.getOccurredAt().isBefore(header.getRecordedAt()) ? header.getOccurredAt()
				: header.getRecordedAt();
		return LocalDate.ofInstant(earlier, ZoneOffset.UTC);
	}

	private static List<LocalDate> ended(Observation observation, Mention mention, LocalDate day) {
		return observation.getFacts()
			.stream()
			.filter((fact) -> fact.getKind() == org.mashhub.hub.v1.FactKind.PREGNANCY_CHANGED
					&& "ENDED".equals(fact.getAttributes().get("change")) && fact.getSubjects().contains(mention.ref()))
			.map((fact) -> Optional.ofNullable(fact.getAttributes().get("on")).map(LocalDate::parse).orElse(day))
			.toList();
	}

	private static Optional<String> ofBirth(Observation observation, Mention mention, String attribute) {
		return observation.getFacts()
			.stream()
			.filter((fact) -> fact.getKind() == org.mashhub.hub.v1.FactKind.BIRTH_RECORDED
					&& fact.getSubjects().contains(mention.ref()))
			.map((fact) -> fact.getAttributes().get(attribute))
			.filter(Objects::nonNull)
			.findFirst();
	}

	/** Keys of the one mother; where a record seems to name two, none. */
	private static List<String> mother(Observation observation, Mention child, List<Mention> all) {
		List<Mention> mothers = all.stream()
			.filter((other) -> !other.id().equals(child.id()) && isMother(observation, other, child))
			.toList();
		return (mothers.size() == 1) ? mothers.getFirst().particulars().asMother() : List.of();
	}

	/** By what the record states of the two, else by what she is in it. */
	private static boolean isMother(Observation observation, Mention parent, Mention child) {
		List<StatedRelationship> stated = observation.getRelationships()
			.stream()
			.filter((each) -> each.getKind() == RelationshipKind.PARENT_OF && each.getFrom().equals(parent.ref()))
			.toList();
		boolean female = parent.role() == Role.MOTHER
				|| (parent.particulars().sex() == Sex.FEMALE && !stated.isEmpty());
		return female && ((stated.isEmpty() && child.role() == Role.CHILD)
				|| stated.stream().anyMatch((each) -> each.getTo().equals(child.ref()) && stands(each)));
	}

	private static boolean stands(StatedRelationship stated) {
		return stated.getStatus() != RelationshipStatus.DISPUTED && stated.getStatus() != RelationshipStatus.ENDED;
	}

	/** By what they are in the record, by what it states of them, or by one home. */
	private static boolean belong(Observation observation, Mention one, Mention other) {
		return (OF_FAMILY.contains(one.role()) && OF_FAMILY.contains(other.role()))
				|| observation.getRelationships()
					.stream()
					.anyMatch((stated) -> (stated.getFrom().equals(one.ref()) && stated.getTo().equals(other.ref()))
							|| (stated.getFrom().equals(other.ref()) && stated.getTo().equals(one.ref())))
				|| Homes.same(one.particulars().homeKeys(), other.particulars().homeKeys());
	}

	private static SourceRecordId source(EventHeader header, String record) {
		return new SourceRecordId(header.getAgency(), header.getOrganisationCode(), header.getSourceSystem(), record);
	}

	private static Mention mention(String area, SourceRecordId record, ObservedPerson person, int recordedIn) {
		PersonMention recorded = person.getRecorded();
		StandardisedPerson standard = person.getStandardised();
		Particulars particulars = new Particulars(standard.getGivenNames(), standard.getFamilyNames(),
				standard.getAliases(), standard.getBirthDate().orElse(null), standard.getBirthYear().orElse(null),
				standard.getBirthYear().map((year) -> year + GROWN_AT <= recordedIn).orElse(false),
				Sex.valueOf(recorded.getSex().name()),
				standard.getIdentifiers()
					.stream()
					.map((identifier) -> new Identifier(identifier.getScheme(), identifier.getValue(),
							identifier.getValid()))
					.toList(),
				standard.getHomeKeys(), standard.getAddressWords(), standard.getPostcode().orElse(null),
				standard.getPhones(), standard.getEmails(), recorded.getGpPractice().orElse(null),
				displayName(recorded), List.of());
		return new Mention(AreaEngine.mentionId(area, record, recorded.getRef()), recorded.getRef(),
				Role.valueOf(recorded.getRole().name()), particulars, recorded.getAddressProtected(),
				recorded.getRestrictedRecord(), recorded.getUnidentified().orElse(null));
	}

	private static String displayName(PersonMention person) {
		Optional<PersonName> name = person.getNames()
			.stream()
			.filter((candidate) -> candidate.getUse() == NameUse.USUAL || candidate.getUse() == NameUse.OFFICIAL)
			.findFirst()
			.or(() -> person.getNames().stream().findFirst());
		return name.map((found) -> {
			String parts = (String.join(" ", found.getGiven()) + " " + found.getFamily().orElse("")).strip();
			return parts.isEmpty() ? found.getText().orElse("") : parts;
		}).orElse("");
	}

	private static Relation relation(StatedRelationship stated) {
		return new Relation(stated.getFrom(), stated.getTo(), RelationKind.valueOf(stated.getKind().name()),
				RelationStatus.valueOf(stated.getStatus().name()), stated.getStartedOn().orElse(null),
				stated.getEndedOn().orElse(null));
	}

	/** That the family may not learn of a record goes with each fact of it. */
	private static List<Fact> facts(Observation observation, FamilyInformed family) {
		if (family != FamilyInformed.NOT_SAFE_TO_INFORM) {
			return facts(observation);
		}
		return facts(observation).stream().map((fact) -> {
			Map<String, String> attributes = new TreeMap<>(fact.attributes());
			attributes.put(Fact.FAMILY_INFORMED, Fact.NOT_SAFE_TO_INFORM);
			return new Fact(fact.kind(), fact.subjects(), attributes);
		}).toList();
	}

	private static List<Fact> facts(Observation observation) {
		return observation.getFacts()
			.stream()
			.map((fact) -> new Fact(FactKind.valueOf(fact.getKind().name()), fact.getSubjects(), fact.getAttributes()))
			.toList();
	}

}
