package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or a kind of agency that the hub knows. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(
		regexp = "adult-social-care|ambulance|early-help|education|gp|health-visiting|hospital|housing|police|probation|social-care")
@ReportAsSingleViolation
@interface AgencyKind {

	String message() default "is not a kind of agency | Send one of adult-social-care, ambulance, early-help, education, gp, health-visiting, hospital, housing, police, probation, social-care.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
