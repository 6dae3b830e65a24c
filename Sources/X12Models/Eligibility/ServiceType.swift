/// A kind of service that coverage is asked about or told of (EQ01, EB03).
public struct ServiceType: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Medical care (`1`).
    public static let medicalCare = Self(rawValue: "1")
    /// Surgery (`2`).
    public static let surgery = Self(rawValue: "2")
    /// Consultation (`3`).
    public static let consultation = Self(rawValue: "3")
    /// Diagnostic X-ray (`4`).
    public static let diagnosticXRay = Self(rawValue: "4")
    /// Diagnostic laboratory (`5`).
    public static let diagnosticLaboratory = Self(rawValue: "5")
    /// Radiation therapy (`6`).
    public static let radiationTherapy = Self(rawValue: "6")
    /// Anesthesia (`7`).
    public static let anesthesia = Self(rawValue: "7")
    /// Surgical assistance (`8`).
    public static let surgicalAssistance = Self(rawValue: "8")
    /// Other medical (`9`).
    public static let otherMedical = Self(rawValue: "9")
    /// Blood (`10`).
    public static let blood = Self(rawValue: "10")
    /// Used equipment (`11`).
    public static let usedEquipment = Self(rawValue: "11")
    /// Equipment purchase (`12`).
    public static let equipmentPurchase = Self(rawValue: "12")
    /// Ambulatory surgery center (`13`).
    public static let ambulatorySurgeryCenter = Self(rawValue: "13")
    /// Renal supplies at home (`14`).
    public static let renalSuppliesAtHome = Self(rawValue: "14")
    /// Alternate dialysis (`15`).
    public static let alternateDialysis = Self(rawValue: "15")
    /// Chronic renal disease equipment (`16`).
    public static let chronicRenalDiseaseEquipment = Self(rawValue: "16")
    /// Tests before admission (`17`).
    public static let testsBeforeAdmission = Self(rawValue: "17")
    /// Equipment rental (`18`).
    public static let equipmentRental = Self(rawValue: "18")
    /// Pneumonia vaccine (`19`).
    public static let pneumoniaVaccine = Self(rawValue: "19")
    /// Second surgical opinion (`20`).
    public static let secondSurgicalOpinion = Self(rawValue: "20")
    /// Third surgical opinion (`21`).
    public static let thirdSurgicalOpinion = Self(rawValue: "21")
    /// Social work (`22`).
    public static let socialWork = Self(rawValue: "22")
    /// Diagnostic dentistry (`23`).
    public static let diagnosticDentistry = Self(rawValue: "23")
    /// Periodontics (`24`).
    public static let periodontics = Self(rawValue: "24")
    /// Restorative dentistry (`25`).
    public static let restorativeDentistry = Self(rawValue: "25")
    /// Endodontics (`26`).
    public static let endodontics = Self(rawValue: "26")
    /// Maxillofacial prosthetics (`27`).
    public static let maxillofacialProsthetics = Self(rawValue: "27")
    /// Adjunctive dental services (`28`).
    public static let adjunctiveDentalServices = Self(rawValue: "28")
    /// Health benefit plan coverage (`30`).
    public static let healthBenefitPlanCoverage = Self(rawValue: "30")
    /// Waiting period of the plan (`32`).
    public static let waitingPeriodOfPlan = Self(rawValue: "32")
    /// Chiropractic (`33`).
    public static let chiropractic = Self(rawValue: "33")
    /// Chiropractic office visits (`34`).
    public static let chiropracticOfficeVisits = Self(rawValue: "34")
    /// Dental care (`35`).
    public static let dentalCare = Self(rawValue: "35")
    /// Dental crowns (`36`).
    public static let dentalCrowns = Self(rawValue: "36")
    /// Dental accident (`37`).
    public static let dentalAccident = Self(rawValue: "37")
    /// Orthodontics (`38`).
    public static let orthodontics = Self(rawValue: "38")
    /// Prosthodontics (`39`).
    public static let prosthodontics = Self(rawValue: "39")
    /// Oral surgery (`40`).
    public static let oralSurgery = Self(rawValue: "40")
    /// Preventive dentistry (`41`).
    public static let preventiveDentistry = Self(rawValue: "41")
    /// Home health care (`42`).
    public static let homeHealthCare = Self(rawValue: "42")
    /// Home health prescriptions (`43`).
    public static let homeHealthPrescriptions = Self(rawValue: "43")
    /// Home health visits (`44`).
    public static let homeHealthVisits = Self(rawValue: "44")
    /// Hospice (`45`).
    public static let hospice = Self(rawValue: "45")
    /// Respite care (`46`).
    public static let respiteCare = Self(rawValue: "46")
    /// Hospital (`47`).
    public static let hospital = Self(rawValue: "47")
    /// Hospital inpatient (`48`).
    public static let hospitalInpatient = Self(rawValue: "48")
    /// Hospital room and board (`49`).
    public static let hospitalRoomAndBoard = Self(rawValue: "49")
    /// Hospital outpatient (`50`).
    public static let hospitalOutpatient = Self(rawValue: "50")
    /// Hospital emergency, accident (`51`).
    public static let hospitalEmergencyAccident = Self(rawValue: "51")
    /// Hospital emergency, medical (`52`).
    public static let hospitalEmergencyMedical = Self(rawValue: "52")
    /// Hospital ambulatory surgery (`53`).
    public static let hospitalAmbulatorySurgery = Self(rawValue: "53")
    /// Long-term care (`54`).
    public static let longTermCare = Self(rawValue: "54")
    /// Major medical (`55`).
    public static let majorMedical = Self(rawValue: "55")
    /// Medical transportation (`56`).
    public static let medicalTransportation = Self(rawValue: "56")
    /// Air transportation (`57`).
    public static let airTransportation = Self(rawValue: "57")
    /// Cabulance (`58`).
    public static let cabulance = Self(rawValue: "58")
    /// Licensed ambulance (`59`).
    public static let licensedAmbulance = Self(rawValue: "59")
    /// General benefits (`60`).
    public static let generalBenefits = Self(rawValue: "60")
    /// In vitro fertilization (`61`).
    public static let inVitroFertilization = Self(rawValue: "61")
    /// MRI or CT scan (`62`).
    public static let imaging = Self(rawValue: "62")
    /// Donor procedures (`63`).
    public static let donorProcedures = Self(rawValue: "63")
    /// Acupuncture (`64`).
    public static let acupuncture = Self(rawValue: "64")
    /// Newborn care (`65`).
    public static let newbornCare = Self(rawValue: "65")
    /// Pathology (`66`).
    public static let pathology = Self(rawValue: "66")
    /// Smoking cessation (`67`).
    public static let smokingCessation = Self(rawValue: "67")
    /// Well baby care (`68`).
    public static let wellBabyCare = Self(rawValue: "68")
    /// Maternity (`69`).
    public static let maternity = Self(rawValue: "69")
    /// Transplants (`70`).
    public static let transplants = Self(rawValue: "70")
    /// Audiology exam (`71`).
    public static let audiologyExam = Self(rawValue: "71")
    /// Inhalation therapy (`72`).
    public static let inhalationTherapy = Self(rawValue: "72")
    /// Diagnostic medical (`73`).
    public static let diagnosticMedical = Self(rawValue: "73")
    /// Private duty nursing (`74`).
    public static let privateDutyNursing = Self(rawValue: "74")
    /// Prosthetic device (`75`).
    public static let prostheticDevice = Self(rawValue: "75")
    /// Dialysis (`76`).
    public static let dialysis = Self(rawValue: "76")
    /// Ear exam (`77`).
    public static let earExam = Self(rawValue: "77")
    /// Chemotherapy (`78`).
    public static let chemotherapy = Self(rawValue: "78")
    /// Allergy testing (`79`).
    public static let allergyTesting = Self(rawValue: "79")
    /// Immunizations (`80`).
    public static let immunizations = Self(rawValue: "80")
    /// Routine physical (`81`).
    public static let routinePhysical = Self(rawValue: "81")
    /// Family planning (`82`).
    public static let familyPlanning = Self(rawValue: "82")
    /// Infertility (`83`).
    public static let infertility = Self(rawValue: "83")
    /// Abortion (`84`).
    public static let abortion = Self(rawValue: "84")
    /// AIDS (`85`).
    public static let aids = Self(rawValue: "85")
    /// Emergency services (`86`).
    public static let emergencyServices = Self(rawValue: "86")
    /// Cancer (`87`).
    public static let cancer = Self(rawValue: "87")
    /// Pharmacy (`88`).
    public static let pharmacy = Self(rawValue: "88")
    /// Retail prescription drug (`89`).
    public static let retailPrescriptionDrug = Self(rawValue: "89")
    /// Mail order prescription drug (`90`).
    public static let mailOrderPrescriptionDrug = Self(rawValue: "90")
    /// Brand prescription drug (`91`).
    public static let brandPrescriptionDrug = Self(rawValue: "91")
    /// Generic prescription drug (`92`).
    public static let genericPrescriptionDrug = Self(rawValue: "92")
    /// Podiatry (`93`).
    public static let podiatry = Self(rawValue: "93")
    /// Podiatry, office (`94`).
    public static let podiatryOffice = Self(rawValue: "94")
    /// Podiatry, nursing home (`95`).
    public static let podiatryNursingHome = Self(rawValue: "95")
    /// Physician (`96`).
    public static let physician = Self(rawValue: "96")
    /// Anesthesiologist (`97`).
    public static let anesthesiologist = Self(rawValue: "97")
    /// Physician visit, office (`98`).
    public static let physicianVisitOffice = Self(rawValue: "98")
    /// Physician visit, inpatient (`99`).
    public static let physicianVisitInpatient = Self(rawValue: "99")
    /// Physician visit, outpatient (`A0`).
    public static let physicianVisitOutpatient = Self(rawValue: "A0")
    /// Physician visit, nursing home (`A1`).
    public static let physicianVisitNursingHome = Self(rawValue: "A1")
    /// Physician visit, skilled nursing facility (`A2`).
    public static let physicianVisitSkilledNursingFacility = Self(rawValue: "A2")
    /// Physician visit, home (`A3`).
    public static let physicianVisitHome = Self(rawValue: "A3")
    /// Psychiatric (`A4`).
    public static let psychiatric = Self(rawValue: "A4")
    /// Psychiatric room and board (`A5`).
    public static let psychiatricRoomAndBoard = Self(rawValue: "A5")
    /// Psychotherapy (`A6`).
    public static let psychotherapy = Self(rawValue: "A6")
    /// Psychiatric inpatient (`A7`).
    public static let psychiatricInpatient = Self(rawValue: "A7")
    /// Psychiatric outpatient (`A8`).
    public static let psychiatricOutpatient = Self(rawValue: "A8")
    /// Rehabilitation (`A9`).
    public static let rehabilitation = Self(rawValue: "A9")
    /// Rehabilitation room and board (`AA`).
    public static let rehabilitationRoomAndBoard = Self(rawValue: "AA")
    /// Rehabilitation inpatient (`AB`).
    public static let rehabilitationInpatient = Self(rawValue: "AB")
    /// Rehabilitation outpatient (`AC`).
    public static let rehabilitationOutpatient = Self(rawValue: "AC")
    /// Occupational therapy (`AD`).
    public static let occupationalTherapy = Self(rawValue: "AD")
    /// Physical medicine (`AE`).
    public static let physicalMedicine = Self(rawValue: "AE")
    /// Speech therapy (`AF`).
    public static let speechTherapy = Self(rawValue: "AF")
    /// Skilled nursing care (`AG`).
    public static let skilledNursingCare = Self(rawValue: "AG")
    /// Skilled nursing room and board (`AH`).
    public static let skilledNursingRoomAndBoard = Self(rawValue: "AH")
    /// Substance abuse (`AI`).
    public static let substanceAbuse = Self(rawValue: "AI")
    /// Alcoholism (`AJ`).
    public static let alcoholism = Self(rawValue: "AJ")
    /// Drug addiction (`AK`).
    public static let drugAddiction = Self(rawValue: "AK")
    /// Vision (`AL`).
    public static let vision = Self(rawValue: "AL")
    /// Frames (`AM`).
    public static let frames = Self(rawValue: "AM")
    /// Routine exam (`AN`).
    public static let routineExam = Self(rawValue: "AN")
    /// Lenses (`AO`).
    public static let lenses = Self(rawValue: "AO")
    /// Physical that is not medically necessary (`AQ`).
    public static let unnecessaryPhysical = Self(rawValue: "AQ")
    /// Experimental drug therapy (`AR`).
    public static let experimentalDrugTherapy = Self(rawValue: "AR")
    /// Burn care (`B1`).
    public static let burnCare = Self(rawValue: "B1")
    /// Brand drug on the formulary (`B2`).
    public static let brandDrugOnFormulary = Self(rawValue: "B2")
    /// Brand drug off the formulary (`B3`).
    public static let brandDrugOffFormulary = Self(rawValue: "B3")
    /// Independent medical evaluation (`BA`).
    public static let independentMedicalEvaluation = Self(rawValue: "BA")
    /// Psychiatric partial hospitalization (`BB`).
    public static let psychiatricPartialHospitalization = Self(rawValue: "BB")
    /// Psychiatric day care (`BC`).
    public static let psychiatricDayCare = Self(rawValue: "BC")
    /// Cognitive therapy (`BD`).
    public static let cognitiveTherapy = Self(rawValue: "BD")
    /// Massage therapy (`BE`).
    public static let massageTherapy = Self(rawValue: "BE")
    /// Pulmonary rehabilitation (`BF`).
    public static let pulmonaryRehabilitation = Self(rawValue: "BF")
    /// Cardiac rehabilitation (`BG`).
    public static let cardiacRehabilitation = Self(rawValue: "BG")
    /// Pediatric (`BH`).
    public static let pediatric = Self(rawValue: "BH")
    /// Nursery (`BI`).
    public static let nursery = Self(rawValue: "BI")
    /// Skin (`BJ`).
    public static let skin = Self(rawValue: "BJ")
    /// Orthopedic (`BK`).
    public static let orthopedic = Self(rawValue: "BK")
    /// Cardiac (`BL`).
    public static let cardiac = Self(rawValue: "BL")
    /// Lymphatic (`BM`).
    public static let lymphatic = Self(rawValue: "BM")
    /// Gastrointestinal (`BN`).
    public static let gastrointestinal = Self(rawValue: "BN")
    /// Endocrine (`BP`).
    public static let endocrine = Self(rawValue: "BP")
    /// Neurology (`BQ`).
    public static let neurology = Self(rawValue: "BQ")
    /// Eye (`BR`).
    public static let eye = Self(rawValue: "BR")
    /// Invasive procedures (`BS`).
    public static let invasiveProcedures = Self(rawValue: "BS")
    /// Gynecological (`BT`).
    public static let gynecological = Self(rawValue: "BT")
    /// Obstetrical (`BU`).
    public static let obstetrical = Self(rawValue: "BU")
    /// Obstetrical or gynecological (`BV`).
    public static let obstetricalOrGynecological = Self(rawValue: "BV")
    /// Mail order drug, brand (`BW`).
    public static let mailOrderDrugBrand = Self(rawValue: "BW")
    /// Mail order drug, generic (`BX`).
    public static let mailOrderDrugGeneric = Self(rawValue: "BX")
    /// Office visit, sick (`BY`).
    public static let officeVisitSick = Self(rawValue: "BY")
    /// Office visit, well (`BZ`).
    public static let officeVisitWell = Self(rawValue: "BZ")
    /// Coronary care (`C1`).
    public static let coronaryCare = Self(rawValue: "C1")
    /// Private duty nursing, inpatient (`CA`).
    public static let privateDutyNursingInpatient = Self(rawValue: "CA")
    /// Private duty nursing, home (`CB`).
    public static let privateDutyNursingHome = Self(rawValue: "CB")
    /// Surgery, physician (`CC`).
    public static let surgeryPhysician = Self(rawValue: "CC")
    /// Surgery, facility (`CD`).
    public static let surgeryFacility = Self(rawValue: "CD")
    /// Mental health provider, inpatient (`CE`).
    public static let mentalHealthProviderInpatient = Self(rawValue: "CE")
    /// Mental health provider, outpatient (`CF`).
    public static let mentalHealthProviderOutpatient = Self(rawValue: "CF")
    /// Mental health facility, inpatient (`CG`).
    public static let mentalHealthFacilityInpatient = Self(rawValue: "CG")
    /// Mental health facility, outpatient (`CH`).
    public static let mentalHealthFacilityOutpatient = Self(rawValue: "CH")
    /// Substance abuse facility, inpatient (`CI`).
    public static let substanceAbuseFacilityInpatient = Self(rawValue: "CI")
    /// Substance abuse facility, outpatient (`CJ`).
    public static let substanceAbuseFacilityOutpatient = Self(rawValue: "CJ")
    /// Screening X-ray (`CK`).
    public static let screeningXRay = Self(rawValue: "CK")
    /// Screening laboratory (`CL`).
    public static let screeningLaboratory = Self(rawValue: "CL")
    /// Mammogram, high risk (`CM`).
    public static let mammogramHighRisk = Self(rawValue: "CM")
    /// Mammogram, low risk (`CN`).
    public static let mammogramLowRisk = Self(rawValue: "CN")
    /// Flu vaccination (`CO`).
    public static let fluVaccination = Self(rawValue: "CO")
    /// Eyewear (`CP`).
    public static let eyewear = Self(rawValue: "CP")
    /// Case management (`CQ`).
    public static let caseManagement = Self(rawValue: "CQ")
    /// Dermatology (`DG`).
    public static let dermatology = Self(rawValue: "DG")
    /// Durable medical equipment (`DM`).
    public static let durableMedicalEquipment = Self(rawValue: "DM")
    /// Diabetic supplies (`DS`).
    public static let diabeticSupplies = Self(rawValue: "DS")
    /// Generic drug on the formulary (`GF`).
    public static let genericDrugOnFormulary = Self(rawValue: "GF")
    /// Generic drug off the formulary (`GN`).
    public static let genericDrugOffFormulary = Self(rawValue: "GN")
    /// Allergy (`GY`).
    public static let allergy = Self(rawValue: "GY")
    /// Intensive care (`IC`).
    public static let intensiveCare = Self(rawValue: "IC")
    /// Mental health (`MH`).
    public static let mentalHealth = Self(rawValue: "MH")
    /// Neonatal intensive care (`NI`).
    public static let neonatalIntensiveCare = Self(rawValue: "NI")
    /// Oncology (`ON`).
    public static let oncology = Self(rawValue: "ON")
    /// Physical therapy (`PT`).
    public static let physicalTherapy = Self(rawValue: "PT")
    /// Pulmonary (`PU`).
    public static let pulmonary = Self(rawValue: "PU")
    /// Renal (`RN`).
    public static let renal = Self(rawValue: "RN")
    /// Residential psychiatric treatment (`RT`).
    public static let residentialPsychiatricTreatment = Self(rawValue: "RT")
    /// Transitional care (`TC`).
    public static let transitionalCare = Self(rawValue: "TC")
    /// Transitional nursery care (`TN`).
    public static let transitionalNurseryCare = Self(rawValue: "TN")
    /// Urgent care (`UC`).
    public static let urgentCare = Self(rawValue: "UC")
}
