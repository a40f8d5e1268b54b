namespace Throughline.Benchmarks.Language;

/// <summary>People of a school by whose side they stand on, beyond the names that everybody uses.</summary>
internal static partial class Lexicon
{
    public const string MoreStudents =
        "ss kids kid kiddos boy girl teen teens preschooler preschoolers prekindergarteners tweens youngsters riders walkers concentrators completers enrollees repeaters retesters retakers athletes absentees classmates peers "
        + "mlls mll ltels ltel slife sife els ells swds swd newcomers sophomore junior senior freshman applicants graduates toddlers infants schooler caseload caseloads upperclassmen underclassmen transfers campers "
        + "musicians scientists historians authors siblings dreamers strivers signers multilinguals bilinguals cadets individuals";

    public const string MoreStaff =
        "paraeducator paraeducators para paras paraprofessional interventionist interventionists provider providers fellow fellows tchr tchrs aps vps apprentices residents proctors chaperones navigators navigator organizers registrar registrars "
        + "bookkeepers technicians translators interpreters recruiters trustees commissioners superintendents executives chiefs supervisor supervisors observers raters evaluator reviewers presenters designers "
        + "colleagues squad squads crew crews pair pairs trio trios cabinet caseworker caseworkers advocates bcbas bcba slps slp ots sros headteacher head heads dean instructor aide assistant custodian secretaries pathologists "
        + "pathologist psychologist therapist clinician clinicians educator volunteers volunteer employees employee owners owner scorers mentor "
        + "facilitator consultants sponsors sponsor receptionists receptionist cooks dispatchers attendants sped dept depts directors director chairpersons chairperson evaluators administrator";

    public const string MoreFamilies = "mothers fathers moms dads grandparents guardians caregiver caregivers households household";

    private const string MoreCountables =
        "campus campuses section sections advisory advisories vacancies sweeps positions buses hallways hallway evaluations transcripts rosters modules quizzes exams centers pods wings cafeterias libraries academies sites "
        + "scripts captures recordings artifacts charts posters objectives conferences applications emails messages calls appointments placements openings stations tests probes screenings";
}
