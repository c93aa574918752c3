namespace UrbanHealth.Indicators;

/// <summary>The language of a message for people (语言).</summary>
public enum Language
{
    /// <summary>中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
