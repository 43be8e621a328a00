#compdef annals
# Completion of annals for zsh: asks the program what may stand in the place of a word.
_annals() {
    local -a lines more quoted offers shown
    local line kind word
    lines=("${(@f)$("${words[1]}" ---complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    kind="${lines[1]}"
    for line in "${(@)lines[2,-1]}"; do
        word="${line%%$'\t'*}"
        if [[ "${word}" = *: ]]; then
            more+=("${word}")
        elif [[ "${word}" = *\"* ]]; then
            quoted+=("${word}")
        else
            offers+=("${word}")
            shown+=("${word}${${line#"${word}"}/$'\t'/  -- }")
        fi
    done
    local -a matching=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
    case "${kind}" in
    files) _files ;;
    directories) _files -/ ;;
    *)
        compadd "${matching[@]}" -S '' -a more
        compadd "${matching[@]}" -l -d shown -a offers
        # Nobody types the quotes of a name first: alone it takes the place of what is typed.
        ((${#offers} + ${#more})) && compadd "${matching[@]}" -a quoted || compadd -U -a quoted
        ;;
    esac
}

if [[ "${funcstack[1]}" = _annals ]]; then _annals "${@}"; else compdef _annals annals; fi
