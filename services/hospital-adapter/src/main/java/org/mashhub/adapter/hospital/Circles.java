package org.mashhub.adapter.hospital;

import java.util.EnumSet;

import org.mashhub.adapter.kit.PatientsCircle;
import org.mashhub.adapter.kit.RelationToPatient;
import org.mashhub.event.common.v1.PersonRole;

/** Whom the hospital's records are about. */
final class Circles {

	static final PatientsCircle PATIENT = new PatientsCircle("patient", PersonRole.PATIENT,
			EnumSet.allOf(RelationToPatient.class), PersonRole.OTHER);

	static final PatientsCircle CHILD = new PatientsCircle("child", PersonRole.CHILD,
			EnumSet.complementOf(
					EnumSet.of(RelationToPatient.PARTNER, RelationToPatient.FATHER_OF_BABY, RelationToPatient.CHILD)),
			PersonRole.OTHER);

	static final PatientsCircle NEWBORN = new PatientsCircle("child", PersonRole.CHILD, RelationToPatient.OF_NEWBORN,
			PersonRole.OTHER);

	static final PatientsCircle MOTHER = new PatientsCircle("mother", PersonRole.MOTHER,
			RelationToPatient.OF_EXPECTANT_MOTHER, PersonRole.OTHER);

	static final PatientsCircle DECEASED = new PatientsCircle("deceased", PersonRole.PATIENT,
			EnumSet.allOf(RelationToPatient.class), PersonRole.OTHER);

	private Circles() {
	}

}
