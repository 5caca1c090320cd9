package org.mashhub.adapter.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Postcode;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.adapter.kit.Uprn;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/**
 * A patient after UK Core and the Personal Demographics Service, and whoever it names as
 * a contact.
 */
class FhirPatient {

	static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

	static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

	private static final String VERIFICATION_STATUS = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";

	private static final String ADDRESS_KEY = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey";

	private static final String VERIFIED = "01";

	/** HL7 v3 RoleCode, as Patient.contact.relationship carries it. */
	private static final Map<String, RelationToChild> ROLE_CODES = Map.ofEntries(
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

	private final Patient patient;

	private final String path;

	private final Validator validator;

	private final List<FieldProblem> problems = new ArrayList<>();

	FhirPatient(Patient patient, String path, Validator validator) {
		this.patient = patient;
		this.path = path;
		this.validator = validator;
	}

	/** The patient and the contacts, refused as a whole when a value cannot be right. */
	People people(@Nullable String practice) {
		People people = new People();
		String patientRef = people.add(this.path, "patient", patient(practice));
		List<Patient.ContactComponent> contacts = this.patient.getContact();
		for (int i = 0; i < contacts.size(); i++) {
			Patient.ContactComponent contact = contacts.get(i);
			RelationToChild relation = relation(contact.getRelationship());
			String ref = people.add(this.path + ".contact[" + i + "]", null, contact(contact, relation));
			relation.kind().ifPresent((kind) -> people.relate(ref, kind, patientRef, RelationshipStatus.RECORDED));
		}
		if (!this.problems.isEmpty()) {
			throw new NoticeRefusedException(this.problems);
		}
		return people;
	}

	/**
	 * Code of an organisation that is named by its ODS code; empty when it is named
	 * otherwise.
	 */
	Optional<String> odsCode(String field, @Nullable Reference organisation) {
		if (organisation == null || !ODS_CODE.equals(organisation.getIdentifier().getSystem())) {
			return Optional.empty();
		}
		return Optional
			.ofNullable(checked("odsCode", field + ".identifier.value", organisation.getIdentifier().getValue()));
	}

	private Mention patient(@Nullable String practice) {
		Mention mention = Mention.of(PersonRole.PATIENT)
			.born(checked("dateOfBirth", this.path + ".birthDate",
					this.patient.getBirthDateElement().getValueAsString()), null)
			.sex(sex(this.patient.getGender()))
			.gpPractice(practice)
			.livingAt(home(this.patient.getAddress()))
			.protection(restricted(), restricted());
		this.patient.getName().forEach((name) -> name(mention, name));
		List<Identifier> identifiers = this.patient.getIdentifier();
		for (int i = 0; i < identifiers.size(); i++) {
			if (NHS_NUMBER.equals(identifiers.get(i).getSystem())) {
				mention.identifier("NHS_NUMBER",
						checked("nhsNumber", this.path + ".identifier[" + i + "].value", identifiers.get(i).getValue()),
						verified(identifiers.get(i)));
			}
		}
		telecoms(mention, this.patient.getTelecom(), this.path);
		return mention;
	}

	private Mention contact(Patient.ContactComponent contact, RelationToChild relation) {
		Mention mention = Mention.of((relation.role() == PersonRole.VISITOR) ? PersonRole.OTHER : relation.role())
			.sex(sex(contact.getGender()));
		name(mention, contact.getName());
		if (contact.hasAddress()) {
			mention.livingAt(home(List.of(contact.getAddress())));
		}
		telecoms(mention, contact.getTelecom(), this.path + ".contact");
		return mention;
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
			mention.named(use, String.join(" ", name.getGiven().stream().map(PrimitiveType::getValue).toList()),
					name.getFamily());
		}
		else {
			mention.called(use, name.getText());
		}
	}

	private void telecoms(Mention mention, List<ContactPoint> telecoms, String field) {
		for (int i = 0; i < telecoms.size(); i++) {
			ContactPoint telecom = telecoms.get(i);
			if (telecom.getSystem() == ContactPoint.ContactPointSystem.PHONE) {
				mention.phone(checked("phone", field + ".telecom[" + i + "].value", telecom.getValue()));
			}
			else if (telecom.getSystem() == ContactPoint.ContactPointSystem.EMAIL) {
				mention.email(telecom.getValue());
			}
		}
	}

	private @Nullable PostalAddress home(List<Address> addresses) {
		for (int i = 0; i < addresses.size(); i++) {
			Address address = addresses.get(i);
			if (address.getUse() != Address.AddressUse.OLD && address.getUse() != Address.AddressUse.WORK
					&& address.getUse() != Address.AddressUse.BILLING) {
				String field = this.path + ".address[" + i + "]";
				List<String> lines = new ArrayList<>(address.getLine().stream().map(StringType::getValue).toList());
				if (address.hasCity()) {
					lines.add(address.getCity());
				}
				return new PostalAddress(lines, checked("postcode", field + ".postalCode", address.getPostalCode()),
						checked("uprn", field + ".extension", uprn(address)), null);
			}
		}
		return null;
	}

	private static @Nullable String uprn(Address address) {
		for (Extension key : address.getExtensionsByUrl(ADDRESS_KEY)) {
			Extension type = key.getExtensionByUrl("type");
			Extension value = key.getExtensionByUrl("value");
			if (type != null && value != null && type.getValue() instanceof Coding coding
					&& "UPRN".equalsIgnoreCase(coding.getCode())) {
				return value.getValue().primitiveValue();
			}
		}
		return null;
	}

	private static boolean verified(Identifier identifier) {
		Extension status = identifier.getExtensionByUrl(VERIFICATION_STATUS);
		return status != null && status.getValue() instanceof CodeableConcept concept
				&& concept.getCoding().stream().anyMatch((coding) -> VERIFIED.equals(coding.getCode()));
	}

	/**
	 * The Personal Demographics Service marks a patient whose whereabouts are secret so.
	 */
	private boolean restricted() {
		return this.patient.getMeta()
			.getSecurity()
			.stream()
			.anyMatch((label) -> "R".equals(label.getCode()) || "V".equals(label.getCode()));
	}

	private static RelationToChild relation(List<CodeableConcept> relationships) {
		return relationships.stream()
			.flatMap((concept) -> concept.getCoding().stream())
			.map((coding) -> (coding.getCode() != null) ? ROLE_CODES.get(coding.getCode()) : null)
			.filter((relation) -> relation != null)
			.findFirst()
			.orElse(RelationToChild.OTHER);
	}

	private static @Nullable Sex sex(@Nullable AdministrativeGender gender) {
		return (gender != null) ? switch (gender) {
			case FEMALE -> Sex.FEMALE;
			case MALE -> Sex.MALE;
			case OTHER -> Sex.INDETERMINATE;
			case UNKNOWN, NULL -> Sex.UNKNOWN;
		} : null;
	}

	/** The value when it can be right; else null, and a problem is noted. */
	private @Nullable String checked(String kind, String field, @Nullable String value) {
		if (value == null) {
			return null;
		}
		for (ConstraintViolation<Values> violation : this.validator.validateValue(Values.class, kind, value)) {
			this.problems.add(FieldProblem.ofMessage(field, violation.getMessage()));
			return null;
		}
		return value;
	}

	/** The constraints on what FHIR itself leaves open. */
	private record Values(@NhsNumber String nhsNumber, @OdsCode String odsCode, @Uprn String uprn,
			@Postcode String postcode, @DateOfBirth String dateOfBirth, @Phone String phone) {

	}

}
