package org.mashhub.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.bench.Resident.Home;
import org.mashhub.standalone.bench.Resident.Household;
import org.mashhub.standalone.client.HubClient;

/**
 * What five agencies record about a {@link Town} as time goes by, without end and the
 * same for the same seed. Agencies write names and birthdays down wrongly now and then,
 * correct themselves, and withdraw what was never so.
 */
final class Story {

	private static final List<Weighted> MIX = List.of(new Weighted(36, Kind.INCIDENT), new Weighted(4, Kind.CUSTODY),
			new Weighted(19, Kind.NOT_BROUGHT), new Weighted(5, Kind.REGISTRATION), new Weighted(14, Kind.HOME_VISIT),
			new Weighted(2, Kind.BIRTH_VISIT), new Weighted(6, Kind.MOVE), new Weighted(5, Kind.REFERRAL),
			new Weighted(4, Kind.STATUS), new Weighted(2, Kind.LEAD), new Weighted(2, Kind.CLOSURE_PROPOSAL),
			new Weighted(1, Kind.CLOSURE));

	private static final List<String> INCIDENTS = List.of("DOMESTIC_ABUSE", "DOMESTIC_ABUSE", "DOMESTIC_ABUSE",
			"VIOLENCE", "VIOLENCE", "DRUGS", "WEAPONS", "CHILD_CONCERN", "MISSING_PERSON", "ANTISOCIAL_BEHAVIOUR",
			"ANTISOCIAL_BEHAVIOUR", "PROPERTY_DAMAGE", "CONCERN_FOR_SAFETY", "CONCERN_FOR_SAFETY", "OTHER", "OTHER",
			"OTHER", "OTHER");

	private static final List<String> CUSTODY = List.of("ARRESTED", "BAILED", "CHARGED", "CONVICTED", "SENTENCED",
			"RELEASED", "NO_FURTHER_ACTION");

	private static final List<String> STATUSES = List.of("EARLY_HELP", "CHILD_IN_NEED", "CHILD_IN_NEED", "SECTION_47",
			"CHILD_PROTECTION_PLAN", "NO_FURTHER_ACTION");

	private static final int LATELY = 64;

	private final Random random;

	private final Town town;

	private final List<Household> vulnerable = new ArrayList<>();

	private final Duration step;

	private final Set<Integer> spokenOf = new HashSet<>();

	private final Deque<Correctable> lately = new ArrayDeque<>();

	private Instant now;

	private int told;

	/**
	 * Begins a story.
	 * @param seed the same seed gives the same story
	 * @param town whom it is about
	 * @param begin when it begins
	 * @param step time from one record to the next
	 */
	Story(long seed, Town town, Instant begin, Duration step) {
		this.random = new Random(seed);
		this.town = town;
		this.now = begin;
		this.step = step;
		town.households().stream().filter(Household::vulnerable).forEach(this.vulnerable::add);
	}

	/** People of whom a record has spoken so far. */
	synchronized int people() {
		return this.spokenOf.size();
	}

	/** The next record. */
	synchronized Sending next() {
		this.now = this.now.plus(this.step);
		this.told++;
		if (this.told % 40 == 0 && !this.lately.isEmpty()) {
			return this.lately.removeFirst().again(this.now, this.told % 200 == 0);
		}
		return tell(kind());
	}

	private Sending tell(Kind kind) {
		Household household = household(kind);
		return switch (kind) {
			case INCIDENT -> incident(household);
			case CUSTODY -> custody(household);
			case NOT_BROUGHT -> notBrought(household);
			case REGISTRATION -> registration(household);
			case HOME_VISIT -> homeVisit(household);
			case BIRTH_VISIT -> birthVisit(household);
			case MOVE -> move(household);
			case REFERRAL -> referral(household);
			case STATUS -> status(household);
			case LEAD -> lead(household);
			case CLOSURE_PROPOSAL -> closureProposal(household);
			case CLOSURE -> closure(household);
		};
	}

	// --- police ------------------------------------------------------------------------

	private Sending incident(Household household) {
		List<Resident> adults = household.adults();
		Resident suspect = adults.get(this.random.nextInt(adults.size()));
		Resident victim = adults.getFirst();
		List<Map<String, Object>> persons = new ArrayList<>();
		List<Map<String, Object>> links = new ArrayList<>();
		persons.add(policePerson(suspect, "SUSPECT", household));
		if (victim.number() != suspect.number()) {
			persons.add(policePerson(victim, "VICTIM", household));
			links.add(
					Map.of("from", nominal(suspect), "type", "PARTNER_OF", "to", nominal(victim), "status", "CLAIMED"));
		}
		Map<String, Object> body = new LinkedHashMap<>();
		Map<String, Object> record = record("LOG", "STORM", Duration.ofMinutes(25 + this.random.nextInt(200)));
		body.put("record", record);
		body.put("occurrence",
				Map.of("number", "OCC-" + this.told, "type", pick(INCIDENTS), "childrenPresent", chance(40), "result",
						chance(30) ? "ARREST" : "ADVICE", "summary",
						"A neighbour rang about shouting. Officers spoke to everybody in the home and left."));
		body.put("location", address(household.home()));
		body.put("persons", persons);
		body.put("links", links);
		Sending sending = new Sending("police", "/police/incidents", HubClient.toJson(body));
		if (chance(25)) {
			this.lately.addLast(new Correctable("police", "/police/incidents", body, record));
			if (this.lately.size() > LATELY) {
				this.lately.removeFirst();
			}
		}
		return sending;
	}

	private Sending custody(Household household) {
		Resident detainee = household.adults().getLast();
		return sending("police", "/police/custody",
				body("record", record("CUS", "NICHE", Duration.ofHours(2)), "occurrenceNumber", "OCC-" + this.told,
						"status", pick(CUSTODY), "offenceType", pick(INCIDENTS), "effectiveOn", today().toString(),
						"detainee", policePerson(detainee, null, household)));
	}

	private Map<String, Object> policePerson(Resident person, @Nullable String role, Household household) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("nominal", nominal(person));
		if (role != null) {
			written.put("role", role);
		}
		written.put("surname", chance(2) ? misspelt(person.surname()) : person.surname());
		written.put("forenames", chance(40) ? person.forename() + " " + person.middleName() : person.forename());
		written.put("dateOfBirth", (chance(2) ? person.born().plusDays(1) : person.born()).toString());
		written.put("sex", person.sex());
		if (person.pncId() != null) {
			written.put("pncId", person.pncId());
		}
		if (role != null && chance(85)) {
			written.put("address", address(household.home()));
		}
		speak(person);
		return written;
	}

	private static String nominal(Resident person) {
		return "N-" + person.number();
	}

	// --- GP ----------------------------------------------------------------------------

	private Sending notBrought(Household household) {
		Resident child = anyOf(household.children());
		Map<String, Object> patient = patient(child, household);
		patient.put("id", "patient");
		patient.put("contact",
				List.of(Map.of("relationship", List.of(Map.of("coding",
						List.of(Map.of("system", "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code", "MTH")))),
						"name",
						Map.of("family", household.adults().getFirst().surname(), "given",
								List.of(household.adults().getFirst().forename())),
						"telecom",
						List.of(Map.of("system", "phone", "value", household.adults().getFirst().phone())))));
		speak(household.adults().getFirst());
		Instant start = this.now.minus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
		return sending("gp", "/gp/fhir/Appointment",
				body("resourceType", "Appointment", "id", "apt-" + this.told, "meta",
						Map.of("versionId", "1", "lastUpdated", this.now.toString(), "source", "https://gp.example"),
						"contained", List.of(patient), "status", "noshow", "serviceType",
						List.of(Map.of("coding", List.of(Map.of("code", chance(50) ? "IMMUNISATION" : "REVIEW")))),
						"start", start.toString(), "end", start.plus(15, ChronoUnit.MINUTES).toString(), "participant",
						List.of(Map.of("actor", Map.of("reference", "#patient"), "status", "accepted"))));
	}

	private Sending registration(Household household) {
		Resident child = anyOf(household.children());
		Map<String, Object> patient = patient(child, household);
		patient.put("id", "pat-" + child.number());
		patient.put("meta", Map.of("versionId", Integer.toString(this.told), "lastUpdated", this.now.toString()));
		patient.put("generalPractitioner",
				List.of(Map.of("type", "Organization", "identifier",
						Map.of("system", "https://fhir.nhs.uk/Id/ods-organization-code", "value", "Y99001", "period",
								Map.of("start", today().toString())))));
		patient.put("managingOrganization", Map.of("identifier",
				Map.of("system", "https://fhir.nhs.uk/Id/ods-organization-code", "value", "Y99001")));
		return new Sending("gp", "/gp/fhir/Patient", HubClient.toJson(patient));
	}

	private Map<String, Object> patient(Resident child, Household household) {
		Map<String, Object> patient = new LinkedHashMap<>();
		patient.put("resourceType", "Patient");
		patient.put("identifier",
				List.of(Map.of("system", "https://fhir.nhs.uk/Id/nhs-number", "value", child.nhsNumber())));
		patient.put("name",
				List.of(Map.of("use", "official", "family", child.surname(), "given", List.of(child.forename()))));
		patient.put("gender", child.female() ? "female" : "male");
		patient.put("birthDate", child.born().toString());
		patient.put("address", List.of(Map.of("use", "home", "line", List.of(household.home().line()), "city",
				"Fenbrook", "postalCode", household.home().postcode())));
		speak(child);
		return patient;
	}

	// --- health visiting ---------------------------------------------------------------

	private Sending homeVisit(Household household) {
		Map<String, Object> visit = new LinkedHashMap<>();
		visit.put("childSeen", chance(80) ? "SEEN_AWAKE" : "NOT_SEEN");
		visit.put("announced", chance(70));
		visit.put("concern", chance(12));
		visit.put("summary", "Growth, sleep and feeding were discussed. Next visit agreed.");
		if (chance(20)) {
			visit.put("conditions", Map.of("grade", 1 + this.random.nextInt(4), "tool", "GCP2"));
		}
		return sending("health-visiting", "/health-visiting/home-visits",
				body("record", record("HV", "SystmOne", Duration.ofHours(4)), "child",
						child(household.children().getFirst(), household, "C-"), "present", present(household), "visit",
						visit));
	}

	private Sending birthVisit(Household household) {
		Resident mother = household.adults().getFirst();
		Map<String, Object> written = person(mother, "M-");
		written.put("nhsNumber", mother.nhsNumber());
		written.put("livesHere", true);
		return sending("health-visiting", "/health-visiting/birth-visits",
				body("record", record("HV", "SystmOne", Duration.ofHours(4)), "baby",
						child(household.children().getFirst(), household, "C-"), "mother", written, "visit",
						Map.of("childSeen", "SEEN_AWAKE", "gestationWeeks", 40, "feeding", "FORMULA", "concern", false,
								"summary", "Gaining weight. Safe sleep discussed.")));
	}

	private List<Map<String, Object>> present(Household household) {
		List<Map<String, Object>> present = new ArrayList<>();
		Map<String, Object> mother = person(household.adults().getFirst(), "M-");
		mother.put("relationToChild", "MOTHER");
		mother.put("livesHere", true);
		present.add(mother);
		if (household.adults().size() > 1 && chance(35)) {
			Resident man = household.adults().get(1);
			present.add(new LinkedHashMap<>(Map.of("relationToChild", "PARENTS_PARTNER", "relationStatus", "CLAIMED",
					"forenames", man.forename(), "surname", man.surname(), "sex", man.sex())));
		}
		else if (chance(8)) {
			present.add(new LinkedHashMap<>(Map.of("description", "A man of about 25, leaving", "estimatedAge", 25,
					"sex", "MALE", "relationToChild", "NOT_KNOWN")));
		}
		return present;
	}

	// --- housing -----------------------------------------------------------------------

	private Sending move(Household household) {
		Home there = this.town.nextHome();
		Home from = household.home();
		this.town.households().set(household.number(), household.movedTo(there));
		List<Map<String, Object>> people = new ArrayList<>();
		Resident tenant = household.adults().getFirst();
		for (Resident adult : household.adults()) {
			Map<String, Object> written = housed(adult);
			boolean first = adult.number() == tenant.number();
			written.put("role", first ? "TENANT" : "HOUSEHOLD_MEMBER");
			if (!first) {
				written.put("relationToTenant", "PARTNER");
			}
			people.add(written);
		}
		for (Resident child : household.children()) {
			Map<String, Object> written = housed(child);
			written.put("role", "CHILD");
			written.put("relationToTenant", "CHILD");
			people.add(written);
		}
		return sending("housing", "/housing/moves",
				body("record",
						Map.of("id", "MOVE-" + this.told, "system", "Northgate", "recordedAt", this.now.toString()),
						"tenancy", Map.of("reference", "T-" + household.number()), "household", people, "from",
						address(from), "to", address(there), "movedOn", today().minusDays(2).toString(), "initiatedBy",
						chance(70) ? "TENANT" : "LANDLORD"));
	}

	private Map<String, Object> housed(Resident person) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("personReference", "P-" + person.number());
		written.put("forenames", person.forename());
		written.put("surname", person.surname());
		written.put("dateOfBirth", person.born().toString());
		written.put("sex", person.sex());
		speak(person);
		return written;
	}

	// --- social care -------------------------------------------------------------------

	private Sending referral(Household household) {
		List<Map<String, Object>> family = new ArrayList<>();
		Map<String, Object> mother = person(household.adults().getFirst(), "A-");
		mother.put("relationToChild", "MOTHER");
		family.add(mother);
		if (household.adults().size() > 1 && chance(60)) {
			Map<String, Object> partner = person(household.adults().get(1), "A-");
			partner.put("relationToChild", "PARENTS_PARTNER");
			partner.put("relationStatus", "CLAIMED");
			family.add(partner);
		}
		return sending("social-care", "/social-care/referrals",
				body("record", record("REF", "Mosaic", Duration.ofMinutes(30)), "child",
						cared(anyOf(household.children()), household), "family", family, "referralReference",
						"R-" + this.told, "referralSourceCode", "3B", "primaryNeedCode", "N1", "summary",
						"A professional is worried about the condition of the home."));
	}

	private Sending status(Household household) {
		return sending("social-care", "/social-care/status-changes",
				body("record", record("STA", "Mosaic", Duration.ofMinutes(30)), "child",
						cared(anyOf(household.children()), household), "status", pick(STATUSES), "effectiveOn",
						today().toString(), "workerPhone", "01632 960123"));
	}

	private Sending lead(Household household) {
		return sending("social-care", "/social-care/lead-professionals", body("record",
				record("LP", "Mosaic", Duration.ofMinutes(30)), "child", cared(anyOf(household.children()), household),
				"professional",
				Map.of("name", "Priya Anand", "jobTitle", "Social worker", "organisation", "Harrow Vale Council",
						"email", "priya.anand@harrow-vale.example", "phone", "01632 960123"),
				"effectiveOn", today().toString()));
	}

	private Sending closureProposal(Household household) {
		return sending("social-care", "/social-care/closure-proposals",
				body("record", record("CLP", "Mosaic", Duration.ofMinutes(30)), "child",
						cared(anyOf(household.children()), household), "closeReasonCode", "RC9", "proposedFor",
						today().plusDays(14).toString()));
	}

	private Sending closure(Household household) {
		return sending("social-care", "/social-care/closures",
				body("record", record("CLO", "Mosaic", Duration.ofMinutes(30)), "child",
						cared(anyOf(household.children()), household), "closeReasonCode", "RC9", "closedOn",
						today().toString(), "approvedBy", "Team manager"));
	}

	private Map<String, Object> cared(Resident child, Household household) {
		Map<String, Object> written = child(child, household, "");
		written.remove("id");
		written.put("laChildId", "LA" + (900_000 + child.number()));
		return written;
	}

	// --- what several write ------------------------------------------------------------

	private Map<String, Object> child(Resident child, Household household, String prefix) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("id", prefix + child.number());
		written.put("nhsNumber", child.nhsNumber());
		written.put("nhsNumberVerified", true);
		written.put("forenames", child.forename());
		written.put("surname", child.surname());
		written.put("dateOfBirth", child.born().toString());
		written.put("sex", child.sex());
		written.put("address", address(household.home()));
		written.put("gpPractice", "Y99001");
		speak(child);
		return written;
	}

	private Map<String, Object> person(Resident person, String prefix) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("id", prefix + person.number());
		written.put("forenames", person.forename());
		written.put("surname", chance(2) ? misspelt(person.surname()) : person.surname());
		written.put("sex", person.sex());
		if (chance(80)) {
			written.put("dateOfBirth", person.born().toString());
		}
		if (chance(40)) {
			written.put("phone", person.phone());
		}
		speak(person);
		return written;
	}

	private static Map<String, Object> address(Home home) {
		return Map.of("lines", List.of(home.line(), "Fenbrook"), "postcode", home.postcode(), "uprn", home.uprn());
	}

	private Map<String, Object> record(String prefix, String system, Duration delay) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("id", prefix + "-" + this.told);
		record.put("version", 1);
		record.put("system", system);
		record.put("occurredAt", this.now.minus(delay).toString());
		record.put("recordedAt", this.now.toString());
		return record;
	}

	/**
	 * Police and social care come back to a quarter of the homes in three of four cases;
	 * what is recorded about everybody falls on them a little more often than on others.
	 */
	private Household household(Kind kind) {
		int percent = switch (kind) {
			case INCIDENT, CUSTODY, REFERRAL, STATUS, LEAD, CLOSURE_PROPOSAL, CLOSURE -> 75;
			case NOT_BROUGHT, HOME_VISIT, MOVE -> 35;
			case REGISTRATION, BIRTH_VISIT -> 25;
		};
		if (!this.vulnerable.isEmpty() && chance(percent)) {
			int number = this.vulnerable.get(this.random.nextInt(this.vulnerable.size())).number();
			return this.town.households().get(number);
		}
		return this.town.households().get(this.random.nextInt(this.town.households().size()));
	}

	private Kind kind() {
		int at = this.random.nextInt(100);
		for (Weighted weighted : MIX) {
			at -= weighted.percent();
			if (at < 0) {
				return weighted.kind();
			}
		}
		throw new IllegalStateException("the mix does not sum up to 100");
	}

	private void speak(Resident person) {
		this.spokenOf.add(person.number());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.now, ZoneOffset.UTC);
	}

	private Resident anyOf(List<Resident> people) {
		return people.get(this.random.nextInt(people.size()));
	}

	private String pick(List<String> from) {
		return from.get(this.random.nextInt(from.size()));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private static String misspelt(String name) {
		return name.substring(0, name.length() - 2) + name.charAt(name.length() - 1) + name.charAt(name.length() - 2);
	}

	private static Sending sending(String agency, String path, Map<String, Object> body) {
		return new Sending(agency, path, HubClient.toJson(body));
	}

	private static Map<String, Object> body(Object... keysAndValues) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (int at = 0; at < keysAndValues.length; at += 2) {
			body.put((String) keysAndValues[at], keysAndValues[at + 1]);
		}
		return body;
	}

	private enum Kind {

		INCIDENT, CUSTODY, NOT_BROUGHT, REGISTRATION, HOME_VISIT, BIRTH_VISIT, MOVE, REFERRAL, STATUS, LEAD,
		CLOSURE_PROPOSAL, CLOSURE

	}

	private record Weighted(int percent, Kind kind) {
	}

	/**
	 * Something that was sent and may be corrected or withdrawn.
	 *
	 * @param agency who sent it
	 * @param path where to
	 * @param body the body
	 * @param record the body's record block
	 */
	private record Correctable(String agency, String path, Map<String, Object> body, Map<String, Object> record) {

		Sending again(Instant at, boolean withdrawn) {
			Map<String, Object> second = new LinkedHashMap<>(this.record);
			second.put("version", 2);
			second.put("state", withdrawn ? "RETRACTED" : "CORRECTED");
			second.put("recordedAt", at.toString());
			Map<String, Object> changed = new LinkedHashMap<>(this.body);
			changed.put("record", second);
			if (withdrawn) {
				changed.remove("persons");
				changed.remove("links");
				changed.remove("location");
			}
			return new Sending(this.agency, this.path, HubClient.toJson(changed));
		}

	}

}
