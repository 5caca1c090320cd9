package org.mashhub.adapter.gp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/**
 * The patient whom a resource is about, after UK Core and the Personal Demographics
 * Service, and those around the patient: its contacts, and the persons related to it.
 */
class FhirPeople {

	/** The ref of the patient in every event. */
	static final String PATIENT = "patient";

	static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

	static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

	private static final String VERIFICATION_STATUS = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";

	private static final String ADDRESS_KEY = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey";

	private static final String VERIFIED = "01";

	/** HL7 v3 RoleCode: what somebody is to a patient who is a child. */
	private static final Map<String, RelationToChild> AROUND_PATIENT = Map.ofEntries(
			Map.entry("MTH", RelationToChild.MOTHER), Map.entry("NMTH", RelationToChild.MOTHER),
			Map.entry("FTH", RelationToChild.FATHER), Map.entry("NFTH", RelationToChild.FATHER),
			Map.entry("PRN", RelationToChild.PARENT), Map.entry("STPPRN", RelationToChild.STEP_PARENT),
			Map.entry("STPMTH", RelationToChild.STEP_PARENT), Map.entry("STPFTH", RelationToChild.STEP_PARENT),
			Map.entry("GRPRN", RelationToChild.GRANDPARENT), Map.entry("GRMTH", RelationToChild.GRANDPARENT),
			Map.entry("GRFTH", RelationToChild.GRANDPARENT), Map.entry("SIB", RelationToChild.SIBLING),
			Map.entry("BRO", RelationToChild.SIBLING), Map.entry("SIS", RelationToChild.SIBLING),
			Map.entry("HSIB", RelationToChild.SIBLING), Map.entry("AUNT", RelationToChild.AUNT_OR_UNCLE),
			Map.entry("UNCLE", RelationToChild.AUNT_OR_UNCLE), Map.entry("FRND", RelationToChild.FRIEND_OR_NEIGHBOUR),
			Map.entry("NBOR", RelationToChild.FRIEND_OR_NEIGHBOUR));

	/** HL7 v3 RoleCode: how a patient stands to somebody who is the patient's child. */
	private static final Map<String, RelationshipKind> CHILD_OF_PATIENT = Map.ofEntries(
			Map.entry("CHILD", RelationshipKind.PARENT_OF), Map.entry("NCHILD", RelationshipKind.PARENT_OF),
			Map.entry("SON", RelationshipKind.PARENT_OF), Map.entry("DAU", RelationshipKind.PARENT_OF),
			Map.entry("SONC", RelationshipKind.PARENT_OF), Map.entry("DAUC", RelationshipKind.PARENT_OF),
			Map.entry("CHLDADOPT", RelationshipKind.PARENT_OF), Map.entry("SONADOPT", RelationshipKind.PARENT_OF),
			Map.entry("DAUADOPT", RelationshipKind.PARENT_OF), Map.entry("CHLDFOST", RelationshipKind.CARER_OF),
			Map.entry("SONFOST", RelationshipKind.CARER_OF), Map.entry("DAUFOST", RelationshipKind.CARER_OF),
			Map.entry("STPCHLD", RelationshipKind.CARER_OF), Map.entry("STPSON", RelationshipKind.CARER_OF),
			Map.entry("STPDAU", RelationshipKind.CARER_OF));

	private final DomainResource resource;

	private final References references;

	private final FhirChecks checks;

	FhirPeople(DomainResource resource, References references, FhirChecks checks) {
		this.resource = resource;
		this.references = references;
		this.checks = checks;
	}

	/**
	 * The patient whom the resource refers to.
	 * @param reference the reference, which may name the NHS number and nothing else
	 * @return the patient
	 */
	Optional<Patient> patient(Reference reference) {
		Optional<Patient> found = this.references.find(reference, Patient.class);
		return (found.isEmpty() && !reference.hasReference()
				&& NHS_NUMBER.equals(reference.getIdentifier().getSystem()))
						? Optional.of(new Patient().addIdentifier(reference.getIdentifier())) : found;
	}

	/**
	 * The patient and everybody around.
	 * @param patient the patient; null when the resource names none
	 * @param field where the patient would be
	 * @param source what the resource says of itself
	 * @return the people
	 */
	People around(@Nullable Patient patient, String field, SourceRecord source) {
		return people(patient, field, source, false);
	}

	/**
	 * The patient and the patient's children, and nobody else.
	 * @param patient the patient; null when the resource names none
	 * @param field where the patient would be
	 * @param source what the resource says of itself
	 * @return the people
	 */
	People withChildren(@Nullable Patient patient, String field, SourceRecord source) {
		return people(patient, field, source, true);
	}

	/** The practice where a patient is registered now, as far as the resource says. */
	@Nullable String practice(Patient patient) {
		String path = pathOf(patient) + ".generalPractitioner";
		return patient.getGeneralPractitioner()
			.stream()
			.filter((practice) -> !practice.getIdentifier().getPeriod().hasEnd())
			.flatMap((practice) -> odsCode(path, practice).stream())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Code of an organisation that is named by its ODS code, be it in the reference or in
	 * the organisation referred to.
	 */
	Optional<String> odsCode(String field, Reference organisation) {
		return Stream
			.concat(Stream.of(organisation.getIdentifier()),
					this.references.find(organisation, Organization.class)
						.stream()
						.flatMap((found) -> found.getIdentifier().stream()))
			.filter((identifier) -> ODS_CODE.equals(identifier.getSystem()) && identifier.hasValue())
			.findFirst()
			.map((identifier) -> this.checks.checked("odsCode", field + ".identifier.value", identifier.getValue()));
	}

	private People people(@Nullable Patient patient, String field, SourceRecord source, boolean childrenOnly) {
		People people = new People();
		people.requireUnlessWithdrawn(field, patient != null, source);
		if (patient != null && !(source.isWithdrawn() && saysNothing(patient))) {
			String path = pathOf(patient);
			people.add(path, PATIENT, patient(patient, path));
			List<Patient.ContactComponent> contacts = patient.getContact();
			for (int i = 0; i < contacts.size(); i++) {
				addContact(people, contacts.get(i), path + ".contact[" + i + "]", childrenOnly, isRestricted(patient));
			}
			relatedTo(patient).forEach((related) -> addRelated(people, related, childrenOnly, isRestricted(patient)));
		}
		this.checks.refuseWhatWasNoted();
		return people;
	}

	private static boolean saysNothing(Patient patient) {
		return !patient.hasName() && !patient.hasIdentifier();
	}

	private String pathOf(Patient patient) {
		return (patient == this.resource || !this.resource.getContained().contains(patient)) ? "Patient"
				: this.resource.fhirType() + ".contained[Patient]";
	}

	private List<RelatedPerson> relatedTo(Patient patient) {
		List<RelatedPerson> related = new ArrayList<>();
		this.resource.getContained().forEach((contained) -> {
			if (contained instanceof RelatedPerson person && isOf(person, patient)) {
				related.add(person);
			}
		});
		this.references.relatedPersons().stream().filter((person) -> isOf(person, patient)).forEach(related::add);
		return related;
	}

	private boolean isOf(RelatedPerson person, Patient patient) {
		String reference = person.getPatient().getReference();
		return (reference != null && reference.startsWith("#"))
				? this.resource.getContained().contains(patient)
						&& reference.substring(1).equals(patient.getIdElement().getIdPart().replace("#", ""))
				: this.references.find(person.getPatient(), Patient.class)
					.filter((found) -> found == patient)
					.isPresent();
	}

	/**
	 * An address may be the patient's own, so that a secret one is kept whoever has it.
	 */
	private void addContact(People people, Patient.ContactComponent contact, String field, boolean childrenOnly,
			boolean secret) {
		Relative relative = Relative.of(contact.getRelationship());
		if (childrenOnly && !relative.isChild()) {
			return;
		}
		Mention mention = Mention.of(relative.role()).sex(sex(contact.getGender())).protection(secret, null);
		name(mention, contact.getName());
		if (contact.hasAddress()) {
			mention.livingAt(home(field, List.of(contact.getAddress())));
		}
		telecoms(mention, contact.getTelecom(), field);
		relate(people, people.add(field, null, mention), relative, field, contact.getPeriod());
	}

	private void addRelated(People people, RelatedPerson related, boolean childrenOnly, boolean secret) {
		String field = "RelatedPerson";
		Relative relative = Relative.of(related.getRelationship());
		if (childrenOnly && !relative.isChild()) {
			return;
		}
		Mention mention = Mention.of(relative.role())
			.born(this.checks.checked("dateOfBirth", field + ".birthDate",
					related.getBirthDateElement().getValueAsString()), null)
			.sex(sex(related.getGender()))
			.livingAt(home(field, related.getAddress()))
			.protection(secret || isRestricted(related), isRestricted(related));
		related.getName().forEach((name) -> name(mention, name));
		numbers(mention, related.getIdentifier(), related.getIdentifier(), field);
		telecoms(mention, related.getTelecom(), field);
		relate(people, people.add(field, null, mention), relative, field, related.getPeriod());
	}

	private void relate(People people, String ref, Relative relative, String field, Period period) {
		RelationshipKind kind = relative.kind();
		if (kind != null) {
			var started = this.checks.day(field + ".period.start", period.getStartElement()).orElse(null);
			var ended = this.checks.day(field + ".period.end", period.getEndElement()).orElse(null);
			people.relate(relative.isChild() ? PATIENT : ref, kind, relative.isChild() ? ref : PATIENT,
					(ended != null) ? RelationshipStatus.ENDED : RelationshipStatus.RECORDED, started, ended);
		}
	}

	private Mention patient(Patient patient, String path) {
		Mention mention = Mention.of(PersonRole.PATIENT)
			.born(this.checks.checked("dateOfBirth", path + ".birthDate",
					patient.getBirthDateElement().getValueAsString()), null)
			.sex(sex(patient.getGender()))
			.gpPractice(practice(patient))
			.livingAt(home(path, patient.getAddress()))
			.protection(isRestricted(patient), isRestricted(patient));
		patient.getName().forEach((name) -> name(mention, name));
		numbers(mention, numbers(patient), patient.getIdentifier(), path);
		telecoms(mention, patient.getTelecom(), path);
		return mention;
	}

	/**
	 * A patient's NHS numbers, the one that counts now first: of the Patient that
	 * replaced this one, where one did; those marked old, or ended, and those of a
	 * Patient that this one replaced, come last.
	 */
	static List<Identifier> numbers(Patient patient) {
		List<Identifier> own = patient.getIdentifier();
		List<Identifier> all = new ArrayList<>(linked(patient, LinkType.REPLACEDBY));
		own.stream().filter((identifier) -> !isOld(identifier)).forEach(all::add);
		own.stream().filter(FhirPeople::isOld).forEach(all::add);
		all.addAll(linked(patient, LinkType.REPLACES));
		Set<String> seen = new HashSet<>();
		return all.stream()
			.filter((identifier) -> NHS_NUMBER.equals(identifier.getSystem()) && identifier.hasValue()
					&& seen.add(identifier.getValue()))
			.toList();
	}

	private static boolean isOld(Identifier identifier) {
		return identifier.getUse() == Identifier.IdentifierUse.OLD || identifier.getPeriod().hasEnd();
	}

	/** A link names the other Patient by a number, or contains it. */
	private static List<Identifier> linked(Patient patient, LinkType type) {
		return patient.getLink()
			.stream()
			.filter((link) -> link.getType() == type)
			.flatMap((link) -> (link.getOther().getResource() instanceof Patient other) ? other.getIdentifier().stream()
					: Stream.of(link.getOther().getIdentifier()))
			.toList();
	}

	/** Those of a linked Patient are not among the person's own. */
	private void numbers(Mention mention, List<Identifier> ordered, List<Identifier> own, String path) {
		for (Identifier identifier : ordered) {
			if (NHS_NUMBER.equals(identifier.getSystem())) {
				int place = own.indexOf(identifier);
				String field = (place >= 0) ? path + ".identifier[" + place + "].value" : path + ".link";
				mention.identifier("NHS_NUMBER", this.checks.checked("nhsNumber", field, identifier.getValue()),
						isVerified(identifier));
			}
		}
	}

	private static void name(Mention mention, HumanName name) {
		NameUse use = (name.getUse() != null) ? switch (name.getUse()) {
			case OFFICIAL -> NameUse.OFFICIAL;
			case NICKNAME -> NameUse.NICKNAME;
			case OLD, MAIDEN -> NameUse.FORMER;
			case TEMP, ANONYMOUS -> NameUse.ALIAS;
			case USUAL, NULL -> NameUse.USUAL;
		} : NameUse.USUAL;
		if (name.hasGiven() || name.hasFamily()) {
			mention.named(use, String.join(" ", texts(name.getGiven())), name.getFamily());
		}
		else {
			mention.called(use, name.getText());
		}
	}

	private void telecoms(Mention mention, List<ContactPoint> telecoms, String field) {
		for (int i = 0; i < telecoms.size(); i++) {
			ContactPoint telecom = telecoms.get(i);
			String path = field + ".telecom[" + i + "].value";
			if (telecom.getSystem() == ContactPoint.ContactPointSystem.PHONE) {
				mention.phone(this.checks.checked("phone", path, telecom.getValue()));
			}
			else if (telecom.getSystem() == ContactPoint.ContactPointSystem.EMAIL) {
				mention.email(this.checks.checked("email", path, telecom.getValue()));
			}
		}
	}

	private @Nullable PostalAddress home(String path, List<Address> addresses) {
		for (int i = 0; i < addresses.size(); i++) {
			Address address = addresses.get(i);
			if (address.getUse() != Address.AddressUse.OLD && address.getUse() != Address.AddressUse.WORK
					&& address.getUse() != Address.AddressUse.BILLING) {
				String field = path + ".address[" + i + "]";
				List<String> lines = new ArrayList<>(texts(address.getLine()));
				if (address.hasCity()) {
					lines.add(address.getCity());
				}
				return new PostalAddress(lines,
						this.checks.checked("postcode", field + ".postalCode", address.getPostalCode()),
						this.checks.checked("uprn", field + ".extension", uprn(address)), null);
			}
		}
		return null;
	}

	/** A list in FHIR's JSON may have gaps. */
	private static List<String> texts(List<StringType> values) {
		return values.stream().filter(PrimitiveType::hasValue).map(PrimitiveType::getValue).toList();
	}

	private static @Nullable String uprn(Address address) {
		for (Extension key : address.getExtensionsByUrl(ADDRESS_KEY)) {
			Extension type = key.getExtensionByUrl("type");
			Extension value = key.getExtensionByUrl("value");
			if (type != null && value != null && type.getValue() instanceof Coding coding
					&& "UPRN".equalsIgnoreCase(coding.getCode()) && value.getValue() instanceof StringType uprn) {
				return uprn.getValue();
			}
		}
		return null;
	}

	private static boolean isVerified(Identifier identifier) {
		Extension status = identifier.getExtensionByUrl(VERIFICATION_STATUS);
		return status != null && status.getValue() instanceof CodeableConcept concept
				&& concept.getCoding().stream().anyMatch((coding) -> VERIFIED.equals(coding.getCode()));
	}

	/**
	 * The Personal Demographics Service marks a patient whose whereabouts are secret so.
	 */
	private static boolean isRestricted(DomainResource person) {
		return person.getMeta()
			.getSecurity()
			.stream()
			.anyMatch((label) -> "R".equals(label.getCode()) || "V".equals(label.getCode()));
	}

	private static @Nullable Sex sex(@Nullable AdministrativeGender gender) {
		return (gender != null) ? switch (gender) {
			case FEMALE -> Sex.FEMALE;
			case MALE -> Sex.MALE;
			case OTHER -> Sex.INDETERMINATE;
			case UNKNOWN, NULL -> Sex.UNKNOWN;
		} : null;
	}

	/**
	 * What somebody is to the patient.
	 *
	 * @param role role in the event
	 * @param kind what is stated of the two; null when nothing is
	 * @param isChild whether it is the patient's child, so that the patient comes first
	 */
	private record Relative(PersonRole role, @Nullable RelationshipKind kind, boolean isChild) {

		static Relative of(List<CodeableConcept> relationships) {
			List<String> codes = relationships.stream()
				.flatMap((concept) -> concept.getCoding().stream())
				.filter(Coding::hasCode)
				.map(Coding::getCode)
				.toList();
			for (String code : codes) {
				RelationshipKind ofPatient = CHILD_OF_PATIENT.get(code);
				if (ofPatient != null) {
					return new Relative(PersonRole.CHILD, ofPatient, true);
				}
				RelationToChild toPatient = AROUND_PATIENT.get(code);
				if (toPatient != null) {
					return new Relative((toPatient.role() == PersonRole.VISITOR) ? PersonRole.OTHER : toPatient.role(),
							toPatient.kind().orElse(null), false);
				}
			}
			return new Relative(PersonRole.OTHER, null, false);
		}

	}

}
