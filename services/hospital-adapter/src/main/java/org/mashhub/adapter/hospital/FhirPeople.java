package org.mashhub.adapter.hospital;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToPatient;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/**
 * The people of a resource after UK Core, as the hospital's own notices have them. Values
 * are taken as they stand; {@link NoticeChecks} says which cannot be right.
 */
final class FhirPeople {

	static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

	static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

	private static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-";

	private static final String VERIFIED = "01";

	private FhirPeople() {
	}

	/**
	 * The patient whom a resource contains and refers to.
	 * @param reference the reference
	 * @return the patient; empty when there is none
	 */
	static Optional<org.hl7.fhir.r4.model.Patient> contained(Reference reference) {
		return (reference.getResource() instanceof org.hl7.fhir.r4.model.Patient patient) ? Optional.of(patient)
				: Optional.empty();
	}

	static Patient patient(org.hl7.fhir.r4.model.Patient patient) {
		HumanName usual = usual(patient.getName());
		Identifier nhsNumber = first(current(patient), true);
		Identifier hospitalNumber = first(current(patient), false);
		boolean restricted = isRestricted(patient);
		return new Patient((hospitalNumber != null) ? hospitalNumber.getValue() : null,
				(nhsNumber != null) ? nhsNumber.getValue() : null, nhsNumber != null && isVerified(nhsNumber),
				forenames(usual), (usual != null) ? usual.getFamily() : null, otherNames(patient.getName(), usual),
				patient.getBirthDateElement().getValueAsString(), sex(patient.getGender()), home(patient.getAddress()),
				phone(patient.getTelecom()), practice(patient.getGeneralPractitioner()), restricted, restricted);
	}

	/**
	 * Numbers that the patient had before: those marked so, and those of a record that
	 * this one replaces, or that was replaced by another.
	 */
	static List<PriorNumbers> prior(org.hl7.fhir.r4.model.Patient patient) {
		List<Identifier> current = current(patient);
		Identifier nhsNumber = first(current, true);
		return Stream.concat(patient.getIdentifier().stream(), linked(patient, LinkType.REPLACES).stream())
			.filter((identifier) -> identifier.hasValue() && current.stream().noneMatch(identifier::equalsDeep))
			.map((identifier) -> isNhsNumber(identifier) ? new PriorNumbers(null, identifier.getValue())
					: new PriorNumbers(identifier.getValue(), null))
			.filter((numbers) -> nhsNumber == null || !nhsNumber.getValue().equals(numbers.nhsNumber()))
			.distinct()
			.toList();
	}

	/**
	 * The numbers that count now: where another record replaced this one, its numbers go
	 * before those of the same kind.
	 */
	private static List<Identifier> current(org.hl7.fhir.r4.model.Patient patient) {
		List<Identifier> successors = linked(patient, LinkType.REPLACEDBY);
		return Stream
			.concat(successors.stream(),
					patient.getIdentifier()
						.stream()
						.filter((identifier) -> identifier.getUse() != Identifier.IdentifierUse.OLD
								&& !identifier.getPeriod().hasEnd())
						.filter((identifier) -> successors.stream()
							.noneMatch((successor) -> isNhsNumber(successor) == isNhsNumber(identifier))))
			.toList();
	}

	private static boolean isNhsNumber(Identifier identifier) {
		return NHS_NUMBER.equals(identifier.getSystem());
	}

	/** A link names the other record by a number, or contains it. */
	private static List<Identifier> linked(org.hl7.fhir.r4.model.Patient patient, LinkType type) {
		return patient.getLink()
			.stream()
			.filter((link) -> link.getType() == type)
			.flatMap((link) -> contained(link.getOther()).map((other) -> other.getIdentifier().stream())
				.orElseGet(() -> Stream.of(link.getOther().getIdentifier())))
			.filter(Identifier::hasValue)
			.toList();
	}

	/** Whom the patient names as contacts. */
	static List<PersonAround> contacts(org.hl7.fhir.r4.model.Patient patient) {
		List<PersonAround> contacts = new ArrayList<>();
		for (ContactComponent contact : patient.getContact()) {
			if (contact.getName().hasFamily() || contact.getName().hasGiven() || contact.getName().hasText()) {
				contacts.add(person(contact.getRelationship(), List.of(contact.getName()), null, contact.getGender(),
						null, contact.hasAddress() ? home(List.of(contact.getAddress())) : null,
						phone(contact.getTelecom()), isRestricted(patient), false));
			}
		}
		return contacts;
	}

	static PersonAround related(RelatedPerson related, boolean patientRestricted) {
		boolean restricted = isRestricted(related);
		return person(related.getRelationship(), related.getName(), related.getBirthDateElement().getValueAsString(),
				related.getGender(), first(related.getIdentifier(), true), home(related.getAddress()),
				phone(related.getTelecom()), patientRestricted || restricted, restricted);
	}

	/**
	 * The Personal Demographics Service marks a patient whose whereabouts are secret so.
	 */
	static boolean isRestricted(DomainResource person) {
		return person.getMeta()
			.getSecurity()
			.stream()
			.anyMatch((label) -> "R".equals(label.getCode()) || "V".equals(label.getCode()));
	}

	/** An organisation that is named by its ODS code. */
	static Optional<String> odsCode(Reference organisation) {
		return ODS_CODE.equals(organisation.getIdentifier().getSystem())
				? Optional.ofNullable(organisation.getIdentifier().getValue()) : Optional.empty();
	}

	/** Codes of a concept, of any system. */
	static Stream<String> codes(CodeableConcept concept) {
		return concept.getCoding().stream().filter(Coding::hasCode).map(Coding::getCode);
	}

	private static PersonAround person(List<CodeableConcept> relationships, List<HumanName> names,
			@Nullable String dateOfBirth, @Nullable AdministrativeGender gender, @Nullable Identifier nhsNumber,
			@Nullable PostalAddress address, @Nullable String phone, boolean addressProtected, boolean restricted) {
		RelationToPatient relation = relationships.stream()
			.flatMap(FhirPeople::codes)
			.map(RelationToPatient::ofCode)
			.filter((known) -> known != RelationToPatient.NOT_KNOWN)
			.findFirst()
			.orElse(RelationToPatient.NOT_KNOWN);
		HumanName usual = usual(names);
		boolean inParts = usual != null && (usual.hasFamily() || usual.hasGiven());
		return new PersonAround(null, relation, RelationshipStatus.RECORDED, inParts ? forenames(usual) : null,
				(usual != null) ? usual.getFamily() : null, (usual != null && !inParts) ? usual.getText() : null,
				dateOfBirth, null, sex(gender), (nhsNumber != null) ? nhsNumber.getValue() : null,
				nhsNumber != null && isVerified(nhsNumber), null, address, phone,
				(usual == null && nhsNumber == null) ? "Not named in the record" : null, addressProtected, restricted);
	}

	private static @Nullable HumanName usual(List<HumanName> names) {
		for (HumanName name : names) {
			if (use(name) == NameUse.USUAL || use(name) == NameUse.OFFICIAL) {
				return name;
			}
		}
		return names.isEmpty() ? null : names.getFirst();
	}

	private static List<Patient.OtherName> otherNames(List<HumanName> names, @Nullable HumanName usual) {
		return names.stream()
			.filter((name) -> name != usual && (name.hasFamily() || name.hasGiven()))
			.map((name) -> new Patient.OtherName(use(name), forenames(name), name.getFamily()))
			.toList();
	}

	private static NameUse use(HumanName name) {
		return (name.getUse() != null) ? switch (name.getUse()) {
			case OFFICIAL -> NameUse.OFFICIAL;
			case NICKNAME -> NameUse.NICKNAME;
			case OLD, MAIDEN -> NameUse.FORMER;
			case TEMP, ANONYMOUS -> NameUse.ALIAS;
			case USUAL, NULL -> NameUse.USUAL;
		} : NameUse.USUAL;
	}

	private static @Nullable String forenames(@Nullable HumanName name) {
		return (name != null && name.hasGiven()) ? String.join(" ", texts(name.getGiven())) : null;
	}

	private static @Nullable Identifier first(List<Identifier> identifiers, boolean nhsNumber) {
		return identifiers.stream()
			.filter((identifier) -> identifier.hasValue() && nhsNumber == isNhsNumber(identifier))
			.findFirst()
			.orElse(null);
	}

	private static boolean isVerified(Identifier identifier) {
		Extension status = identifier.getExtensionByUrl(UK_CORE + "NHSNumberVerificationStatus");
		return status != null && status.getValue() instanceof CodeableConcept concept
				&& codes(concept).anyMatch(VERIFIED::equals);
	}

	private static @Nullable PostalAddress home(List<Address> addresses) {
		for (Address address : addresses) {
			if (address.getUse() != Address.AddressUse.OLD && address.getUse() != Address.AddressUse.WORK
					&& address.getUse() != Address.AddressUse.BILLING) {
				List<String> lines = new ArrayList<>(texts(address.getLine()));
				if (address.hasCity()) {
					lines.add(address.getCity());
				}
				return new PostalAddress(lines, address.getPostalCode(), uprn(address), null);
			}
		}
		return null;
	}

	private static @Nullable String uprn(Address address) {
		for (Extension key : address.getExtensionsByUrl(UK_CORE + "AddressKey")) {
			Extension type = key.getExtensionByUrl("type");
			Extension value = key.getExtensionByUrl("value");
			if (type != null && value != null && type.getValue() instanceof Coding coding
					&& "UPRN".equalsIgnoreCase(coding.getCode()) && value.getValue() instanceof StringType uprn) {
				return uprn.getValue();
			}
		}
		return null;
	}

	private static @Nullable String phone(List<ContactPoint> telecoms) {
		return telecoms.stream()
			.filter((telecom) -> telecom.getSystem() == ContactPoint.ContactPointSystem.PHONE && telecom.hasValue())
			.map(ContactPoint::getValue)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String practice(List<Reference> practitioners) {
		return practitioners.stream()
			.filter((practice) -> !practice.getIdentifier().getPeriod().hasEnd())
			.flatMap((practice) -> odsCode(practice).stream())
			.findFirst()
			.orElse(null);
	}

	private static @Nullable Sex sex(@Nullable AdministrativeGender gender) {
		return (gender != null) ? switch (gender) {
			case FEMALE -> Sex.FEMALE;
			case MALE -> Sex.MALE;
			case OTHER -> Sex.INDETERMINATE;
			case UNKNOWN, NULL -> Sex.UNKNOWN;
		} : null;
	}

	/** A list in FHIR's JSON may have gaps. */
	private static List<String> texts(List<StringType> values) {
		return values.stream().filter(PrimitiveType::hasValue).map(PrimitiveType::getValue).toList();
	}

}
