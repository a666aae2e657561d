namespace Parley.Kernels.Graphs;

/// <summary>
/// Why a party may be expected to stay where it is, although it could move to states it likes better.
/// </summary>
/// <remarks>
/// R_i(s): where i can move in one step; an improvement is a move to a strictly better state; a sanction is a sequence of
/// moves by the others, none twice in a row, to a state that i likes no better than s.
/// Inclusions: Nash in SymmetricMetarational in GeneralMetarational; Nash in Sequential in GeneralMetarational;
/// SymmetricSequential in Sequential and in SymmetricMetarational.
/// Source: Fang, Hipel and Kilgour 1993; key "fang1993" in docs/references.bib.
/// </remarks>
public enum StabilityConcept
{
    /// <summary>There is no improvement.</summary>
    Nash,

    /// <summary>Each improvement meets a sanction.</summary>
    /// <remarks>
    /// Source: key "howard1971" in docs/references.bib.
    /// </remarks>
    GeneralMetarational,

    /// <summary>Each improvement meets a sanction from which no move of i leads above s.</summary>
    /// <remarks>
    /// Source: key "howard1971" in docs/references.bib.
    /// </remarks>
    SymmetricMetarational,

    /// <summary>Each improvement meets a sanction of which every step improves on the last for its mover.</summary>
    /// <remarks>
    /// Source: key "fraser1979" in docs/references.bib.
    /// </remarks>
    Sequential,

    /// <summary>Both at once: a sanction of improving steps that i cannot escape.</summary>
    /// <remarks>
    /// Source: key "rego2017" in docs/references.bib.
    /// </remarks>
    SymmetricSequential,

    /// <summary>
    /// Each improvement, made at the same time as some improvements of the others from s, ends at a state no better than s.
    /// Asks how moves combine, so it is defined where states are made of options.
    /// </summary>
    /// <remarks>
    /// Source: key "fraser1984" in docs/references.bib.
    /// </remarks>
    Simultaneous,
}
