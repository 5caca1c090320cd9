package org.mashhub.adapter.healthvisiting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or a risk that a safe-sleep assessment can find. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(
		regexp = "BED_SHARING|SOFA_SHARING|SMOKING|ALCOHOL|DRUGS|PREMATURE|LOW_BIRTH_WEIGHT|OVERHEATING|UNSAFE_SURFACE")
@ReportAsSingleViolation
@interface SleepRisk {

	String message() default "is not a risk of this list | Send one of BED_SHARING, SOFA_SHARING, SMOKING, ALCOHOL, DRUGS, PREMATURE, LOW_BIRTH_WEIGHT, OVERHEATING, UNSAFE_SURFACE.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
